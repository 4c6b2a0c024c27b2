package ma.mowakaba.ticket;

import java.util.Optional;
import java.util.Set;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.staff.StaffId;

/** What is to change; empty leaves as it is. An advisor of {@code Optional.of(Optional.empty())} takes the owner away. */
public record TicketChange(
        Optional<TicketState> state,
        Optional<Priority> priority,
        Optional<DomainCode> domain,
        Optional<Optional<StaffId>> advisor,
        Optional<Set<String>> tags,
        Optional<String> subject) {

    public static TicketChange to(TicketState state) {
        return new TicketChange(
                Optional.of(state),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static TicketChange to(DomainCode domain) {
        return new TicketChange(
                Optional.empty(),
                Optional.empty(),
                Optional.of(domain),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

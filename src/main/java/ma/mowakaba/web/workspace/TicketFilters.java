package ma.mowakaba.web.workspace;

import java.util.Optional;
import java.util.Set;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.TicketFilter;
import ma.mowakaba.ticket.TicketState;

/** Filters in fewer words. */
final class TicketFilters {

    private TicketFilters() {}

    static TicketFilter of(Optional<StaffId> advisor, Set<TicketState> states, TicketFilter.Sort sort) {
        TicketFilter all = TicketFilter.everything();
        return new TicketFilter(
                states,
                all.domain(),
                all.language(),
                advisor,
                all.channel(),
                all.requester(),
                all.q(),
                all.since(),
                all.until(),
                sort);
    }
}

package ma.mowakaba.ticket;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.StaffId;

/**
 * Which cases are wanted.
 *
 * @param states empty for all
 * @param q words of subject or messages, or a number
 */
public record TicketFilter(
        Set<TicketState> states,
        Optional<DomainCode> domain,
        Optional<Language> language,
        Optional<StaffId> advisor,
        Optional<Channel> channel,
        Optional<PersonId> requester,
        Optional<String> q,
        Optional<Instant> since,
        Optional<Instant> until,
        Sort sort) {

    public enum Sort {
        NEWEST,
        OLDEST,
        UPDATED,
        DUE
    }

    public TicketFilter sortedBy(Sort order) {
        return new TicketFilter(states, domain, language, advisor, channel, requester, q, since, until, order);
    }

    public static TicketFilter everything() {
        return new TicketFilter(
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Sort.NEWEST);
    }
}

package ma.mowakaba.ticket;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.staff.StaffId;

/**
 * A case as it stands.
 *
 * @param due when the first answer, and after it the resolution, is owed
 * @param mergedInto the case that this one is a part of now; it may be a part of another itself, see {@link Helpdesk#surviving}
 * @param version rises with every change; the ETag of the contract
 */
public record Ticket(
        TicketId id,
        TicketNumber number,
        String subject,
        TicketState state,
        Priority priority,
        DomainCode domain,
        Language language,
        Channel channel,
        Optional<PersonId> requester,
        Optional<String> association,
        Optional<StaffId> advisor,
        Set<String> tags,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> firstResponseAt,
        Optional<Instant> resolvedAt,
        Optional<Instant> due,
        Optional<TicketId> mergedInto,
        long version) {

    /** @return as the requester of a part sees it: his own case, which stands as the one that is worked on */
    Ticket standingAs(Ticket surviving) {
        return new Ticket(
                id,
                number,
                subject,
                surviving.state,
                priority,
                domain,
                language,
                channel,
                requester,
                association,
                surviving.advisor,
                tags,
                createdAt,
                updatedAt,
                firstResponseAt,
                surviving.resolvedAt,
                surviving.due,
                mergedInto,
                version);
    }
}

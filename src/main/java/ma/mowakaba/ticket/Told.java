package ma.mowakaba.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.StaffId;

/** Door beside {@link Helpdesk}: what cases were told by article, and telling them again when it is no longer so. */
public interface Told {

    /**
     * Cases that were told a version before this one and none since, or were told again here: open ones, and those finished since.
     *
     * @return each case once, told last first; at most 500
     */
    List<ToldCase> cases(String slug, int before, Instant finishedSince);

    /**
     * Tells one case once that something changed; the same again does nothing.
     *
     * @return whether it was told now, and not before
     * @throws ma.mowakaba.kernel.Problem INVALID {@code ticket.no-mail} when it is to be sent and we know no address
     */
    boolean recontact(TicketId ticket, Renewal renewal, StaffId by);

    /** @param version of the article that he was told, the last of them @param reachable whether we know a mail address */
    record ToldCase(
            TicketId id,
            TicketNumber number,
            TicketState state,
            DomainCode domain,
            Language language,
            Channel channel,
            Optional<StaffId> advisor,
            int version,
            Instant at,
            boolean reachable,
            Optional<Recontact> done) {}

    record Recontact(How how, Instant at) {}

    enum How {
        /** By mail, with the version published now. */
        SENT,
        /** In the draft of the advisor whose case it is, after what he has written. */
        DRAFTED
    }

    /**
     * What a case is told.
     *
     * @param version published now
     * @param text for the requester, in his language
     * @param note for the timeline, in the language of those who work here
     */
    record Renewal(String slug, int version, How how, String text, String note) {}
}

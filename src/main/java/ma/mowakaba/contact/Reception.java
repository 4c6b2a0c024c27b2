package ma.mowakaba.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.StaffId;

/**
 * Door of the module: every approach comes in here, whatever its channel. Every call may repeat and may come late: the furthest stage
 * stays. Joins the caller's transaction.
 */
public interface Reception {

    /** @return the contact of this reference, made when it is the first time; publishes Opened then */
    ContactId welcome(Approach approach);

    /** Welcomes somebody who waits from the first moment, as the writer of a mail does: {@link #welcome} and {@link #queued}. */
    ContactId queue(Approach approach);

    /** Begins the wait; the first entry counts. Publishes Queued the first time. */
    void queued(ContactId contact, DomainCode domain, Language language, Instant at);

    /** The first answer counts. Publishes Answered then. */
    void answered(ContactId contact, StaffId by, Instant at);

    /**
     * An advisor's part of a live conversation, told when it begins and when it ends. Publishes Handled each time.
     *
     * @param held how long of it he made the other side wait; what is told last counts
     */
    void handled(ContactId contact, StaffId by, Instant from, Optional<Instant> until, Duration held);

    /** The first end counts, unless it was only thought that the exchange broke down. Publishes Ended then. */
    void ended(ContactId contact, Outcome outcome, Instant at);

    /** @throws ma.mowakaba.kernel.Problem NOT_FOUND {@code contact.unknown} */
    Contact get(ContactId contact);

    /** @return those of them that exist, asked for at once */
    List<Contact> all(Collection<ContactId> contacts);

    Optional<Contact> find(Channel channel, String reference);
}

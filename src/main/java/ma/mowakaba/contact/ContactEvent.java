package ma.mowakaba.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.StaffId;

/** What happens to a contact. Published inside the transaction that stores it; may repeat, may overtake each other. */
public sealed interface ContactEvent {

    ContactId contact();

    Instant at();

    record Opened(ContactId contact, Channel channel, DomainCode domain, Language language, Instant at)
            implements ContactEvent {}

    /** He waits for an advisor; domain and language may have been chosen since he approached. */
    record Queued(ContactId contact, Channel channel, DomainCode domain, Language language, Instant at)
            implements ContactEvent {}

    record Answered(ContactId contact, StaffId by, Instant at) implements ContactEvent {}

    /**
     * An advisor's part of a live conversation: after a transfer each has his own.
     *
     * @param until empty while it lasts
     * @param held how long of it he made the other side wait, on the telephone
     */
    record Handled(
            ContactId contact,
            Channel channel,
            DomainCode domain,
            Language language,
            StaffId by,
            Instant from,
            Optional<Instant> until,
            Duration held)
            implements ContactEvent {

        @Override
        public Instant at() {
            return until.orElse(from);
        }
    }

    /** The wait is measured from the first queue entry, the handling from the answer. */
    record Ended(ContactId contact, Outcome outcome, Optional<StaffId> by, Instant at) implements ContactEvent {}
}

package ma.mowakaba.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.routing.Reason;
import ma.mowakaba.staff.StaffId;

/** What happened in a case, oldest first. */
public sealed interface TimelineEntry {

    Instant at();

    enum Direction {
        IN,
        OUT
    }

    /** How far an outgoing message got; incoming ones are SENT. What was SENT may turn out to have FAILED: it came back. */
    enum Delivery {
        QUEUED,
        SENT,
        FAILED
    }

    /**
     * Something that was said.
     *
     * @param ticket the case it was said in, which may be a part of the one that is read
     * @param copies who else it was sent to; at most 20
     * @param failure why it did not leave, message {@code ticket.delivery.<failure>}
     */
    record Message(
            MessageId id,
            TicketId ticket,
            Channel channel,
            Direction direction,
            boolean automatic,
            Optional<StaffId> author,
            String from,
            String to,
            List<EmailAddress> copies,
            String subject,
            String text,
            Optional<String> html,
            List<Attachment> attachments,
            Delivery delivery,
            Optional<String> failure,
            Instant at)
            implements TimelineEntry {

        /** @return whether a person said it to the center */
        public boolean heard() {
            return direction == Direction.IN && !automatic;
        }
    }

    record Attachment(java.util.UUID id, String name, String type, long bytes) {}

    /** A call belongs to this case; telephony knows the rest by the contact. */
    record Call(ContactId contact, String linkedid, Instant at) implements TimelineEntry {}

    record Assignment(Optional<StaffId> advisor, Reason reason, Instant at) implements TimelineEntry {}

    record StateChange(TicketState from, TicketState to, Optional<StaffId> by, Instant at) implements TimelineEntry {}

    /**
     * Two cases became one, or are two again.
     *
     * @param other number of the one that is not read here
     * @param from how this one stood before
     */
    record Merge(TicketNumber other, How how, TicketState from, TicketState to, StaffId by, Instant at)
            implements TimelineEntry {
        public enum How {
            /** This case is a part of the other now. */
            INTO,
            /** The other is a part of this one now. */
            FROM,
            /** Each stands for itself again. */
            APART;

            public String code() {
                return name().toLowerCase(java.util.Locale.ROOT);
            }
        }
    }

    record Note(MessageId id, StaffId author, String text, Instant at) implements TimelineEntry {}

    /** @param whole the requester got all of it, not only a passage */
    record ArticleSent(
            String slug, Language language, int version, String title, boolean whole, Optional<StaffId> by, Instant at)
            implements TimelineEntry {}
}

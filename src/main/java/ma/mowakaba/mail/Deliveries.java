package ma.mowakaba.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.ticket.MessageId;

/** Door beside {@link Mailroom}: how far each mail of ours got with each who is to read it. */
public interface Deliveries {

    /** @return by message, recipients in the order of their addresses; messages that no attempt was made for are missing */
    Map<MessageId, List<Recipient>> of(Collection<MessageId> messages);

    /**
     * A delivery report came. What bounced for every recipient brings the message back to its case; the same report again changes
     * nothing.
     *
     * @param reference our Message-ID, without brackets
     * @param recipient whom the report is about; where it does not say, or names an address we did not write to, it counts for the only
     *     one there is
     * @param code as the report gives it, {@code 5.1.1} or {@code 550}
     * @param permanent false when a server only tells that it is late
     * @return whether the report is about a mail of ours, and it is known whom it concerns
     */
    boolean bounced(String reference, Optional<EmailAddress> recipient, String code, boolean permanent);

    /** Message {@code mail.delivery.<code>}. */
    enum State {
        /** Nobody has taken it yet; it is tried again. */
        WAITING,
        /** Our mail server, or the next one, answers for it. */
        ACCEPTED,
        /** Never left: refused for good, or given up. */
        REFUSED,
        /** Left, and came back. */
        BOUNCED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * @param code what the server answered last, such as {@code 451} or {@code 5.1.1}
     * @param at since when it is so
     */
    record Recipient(String address, State state, Optional<String> code, Instant at) {}
}

package ma.mowakaba.mail;

import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.ticket.TicketNumber;

/** Door of the module: one raw mail in, exactly one message on the right case. */
public interface Mailroom {

    /**
     * Takes in one mail. Returns only after a durable commit; the same bytes never create twice.
     *
     * @param raw as it came, never changed
     */
    Receipt accept(byte[] raw);

    /** @param reason a message key that says why it was not filed, where it was not */
    record Receipt(Handled outcome, Optional<TicketNumber> ticket, Optional<UUID> message, Optional<String> reason) {}

    enum Handled {
        CREATED,
        APPENDED,
        DUPLICATE,
        AUTO_REPLY,
        BOUNCE,
        QUARANTINED;

        /** @return the word outside programs use, as in {@code auto-reply} */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}

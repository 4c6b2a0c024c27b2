package ma.mowakaba.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.ticket.TicketNumber;

/** Door of the module: one raw mail in, exactly one message on the right case. */
public interface Mailroom {

    /**
     * Takes in one mail. Returns only after a durable commit; the same bytes never create twice. Not to be called in a transaction.
     *
     * @param raw as it came, never changed
     * @throws ma.mowakaba.kernel.Problem UNAVAILABLE {@code database.away}: to be handed in again
     */
    Receipt accept(byte[] raw);

    /** @return how many bytes a mail may have */
    long limit();

    /** Tries again to file a mail that was held. */
    Receipt retry(UUID raw);

    /** Files a mail that was held or set aside, whatever was held against it; only a copy of what is filed stays one. It is not acknowledged. */
    Receipt file(UUID raw);

    /** Tries again to file all that are held, soon and a few at a time, as after an upgrade. @return how many */
    int retryAll();

    /** @return automatic answers and reports that concern no case, newest first */
    List<Held> aside(int limit);

    /** @return mails that became no message and need somebody's eyes, newest first */
    List<Held> held(int limit);

    /** @return how many are held */
    int held();

    /** @return the bytes as they came */
    byte[] raw(UUID raw);

    /** @param reason why it was not filed, where it was not: message {@code mail.reason.<reason>} */
    record Receipt(Handled outcome, Optional<TicketNumber> ticket, Optional<UUID> message, Optional<String> reason) {}

    /** @param source mailbox it came from, or {@code api} */
    record Held(UUID id, Instant receivedAt, String source, Optional<String> sender, long bytes, String reason) {}

    enum Handled {
        CREATED,
        APPENDED,
        DUPLICATE,
        AUTO_REPLY,
        BOUNCE,
        QUARANTINED;

        /** @return the word outside programs use, as in {@code auto-reply} */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

package ma.mowakaba.mail;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.MessageId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door, opened. */
@Component
class MailDeliveries implements Deliveries {

    private static final int LONGEST_CODE = 16;

    private final DeliveryBook book;
    private final Helpdesk helpdesk;

    MailDeliveries(DeliveryBook book, Helpdesk helpdesk) {
        this.book = book;
        this.helpdesk = helpdesk;
    }

    @Override
    public Map<MessageId, List<Recipient>> of(Collection<MessageId> messages) {
        return book.of(messages);
    }

    @Override
    @Transactional
    public boolean bounced(String reference, Optional<EmailAddress> recipient, String code, boolean permanent) {
        List<DeliveryBook.Line> lines = book.lock(ThreadBook.reference(reference));
        Optional<DeliveryBook.Line> concerned = concerned(lines, recipient);
        concerned
                .filter(line -> line.recipient().state() != State.BOUNCED)
                .ifPresent(line -> report(line, printable(code), permanent));
        return concerned.isPresent();
    }

    private void report(DeliveryBook.Line line, String code, boolean permanent) {
        if (!permanent) {
            book.reported(line, line.recipient().state(), code);
            return;
        }
        book.reported(line, State.BOUNCED, code);
        helpdesk.undelivered(line.ticket(), line.message(), "bounced");
    }

    private static Optional<DeliveryBook.Line> concerned(
            List<DeliveryBook.Line> lines, Optional<EmailAddress> recipient) {
        return lines.stream()
                .filter(line -> recipient
                        .filter(named -> named.value().equals(line.recipient().address()))
                        .isPresent())
                .findFirst()
                .or(() -> lines.size() == 1 ? Optional.of(lines.getFirst()) : Optional.empty());
    }

    /** A stranger wrote it. */
    private static String printable(String code) {
        String kept = code.replaceAll("[^0-9.]", "");
        return kept.substring(0, Math.min(kept.length(), LONGEST_CODE));
    }
}

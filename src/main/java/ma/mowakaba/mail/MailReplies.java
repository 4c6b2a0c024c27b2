package ma.mowakaba.mail;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.ticket.ReplyChannel;
import ma.mowakaba.ticket.Ticket;
import org.apache.commons.mail2.core.EmailException;
import org.springframework.stereotype.Component;

/** Answers leave by mail: noted before and after, handed over in between, outside of any transaction (decision 0033). */
@Component
class MailReplies implements ReplyChannel {

    private final TalkThreads threads;
    private final DeliveryBook deliveries;
    private final Addressee addressee;
    private final MailWriter writer;
    private final SmtpMail smtp;

    MailReplies(TalkThreads threads, DeliveryBook deliveries, Addressee addressee, MailWriter writer, SmtpMail smtp) {
        this.threads = threads;
        this.deliveries = deliveries;
        this.addressee = addressee;
        this.writer = writer;
        this.smtp = smtp;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    /**
     * @throws Problem INVALID {@code mail.refused} when no recipient will ever get it, {@code mail.no-address} when we know none,
     *     {@code mail.unsubscribed} when he wants no notices
     * @throws EmailException when one may still get it later
     */
    @Override
    public void deliver(Outgoing message) throws EmailException {
        List<KnownMail> thread = threads.of(message.ticket());
        EmailAddress to = before(message).orElseGet(() -> addressee.of(message, thread));
        List<EmailAddress> waiting = deliveries.begin(ours(message, to), List.of(to));
        if (!waiting.isEmpty()) {
            deliveries.answered(message.id(), smtp.send(writer.write(message, thread, to), waiting));
        }
        conclude(deliveries.of(List.of(message.id())).getOrDefault(message.id(), List.of()));
    }

    /** To whom it was tried before: whoever writes from another address meanwhile does not get a second one. */
    private Optional<EmailAddress> before(Outgoing message) {
        return deliveries.of(List.of(message.id())).getOrDefault(message.id(), List.of()).stream()
                .map(recipient -> new EmailAddress(recipient.address()))
                .findFirst();
    }

    private static void conclude(List<Deliveries.Recipient> recipients) throws EmailException {
        Set<Deliveries.State> states =
                recipients.stream().map(Deliveries.Recipient::state).collect(Collectors.toSet());
        if (states.contains(Deliveries.State.WAITING)) {
            throw new EmailException("not taken yet");
        }
        if (states.equals(Set.of(Deliveries.State.REFUSED))) {
            throw Problem.invalid("mail.refused");
        }
    }

    private KnownMail ours(Outgoing message, EmailAddress to) {
        Ticket ticket = message.ticket();
        return ThreadBook.ours(
                writer.reference(message),
                ticket.id(),
                ticket.number(),
                message.id().value(),
                to.value());
    }
}

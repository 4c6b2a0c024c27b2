package ma.mowakaba.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
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

    private final ThreadBook threads;
    private final DeliveryBook deliveries;
    private final Addressee addressee;
    private final MailWriter writer;
    private final SmtpMail smtp;

    MailReplies(ThreadBook threads, DeliveryBook deliveries, Addressee addressee, MailWriter writer, SmtpMail smtp) {
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
     * @throws Problem INVALID {@code mail.refused} when one of its recipients will never get it, {@code mail.no-address} when we know none,
     *     {@code mail.unsubscribed} when he wants no notices
     * @throws EmailException when one may still get it later: before it is said that another never will
     */
    @Override
    public void deliver(Outgoing message, Consumer<Runnable> notes) throws EmailException {
        List<KnownMail> thread = threads.thread(message.talk().keySet());
        Map<EmailAddress, Deliveries.State> states = before(message);
        // whoever writes from another address meanwhile does not get a second one
        EmailAddress to = states.keySet().stream()
                .filter(tried -> !message.copies().contains(tried))
                .findFirst()
                .orElseGet(() -> addressee.of(message, thread));
        Letterhead head = writer.head(message);
        List<EmailAddress> everybody = Stream.concat(Stream.of(to), message.copies().stream())
                .distinct()
                .toList();
        List<EmailAddress> waiting = deliveries.begin(ours(message, head, to), everybody);
        if (!waiting.isEmpty()) {
            Map<EmailAddress, SmtpAnswer> answers = smtp.send(writer.write(message, head, thread, to), waiting);
            notes.accept(() -> deliveries.answered(message.id(), answers));
            answers.forEach((recipient, answer) -> states.put(recipient, answer.state()));
        }
        conclude(Set.copyOf(states.values()));
    }

    /** @return to whom it was tried before, and what became of it */
    private Map<EmailAddress, Deliveries.State> before(Outgoing message) {
        Map<EmailAddress, Deliveries.State> states = new LinkedHashMap<>();
        if (message.attempt() == 1) {
            return states;
        }
        deliveries
                .of(List.of(message.id()))
                .getOrDefault(message.id(), List.of())
                .forEach(recipient -> states.put(new EmailAddress(recipient.address()), recipient.state()));
        return states;
    }

    private static void conclude(Set<Deliveries.State> states) throws EmailException {
        if (states.contains(Deliveries.State.WAITING)) {
            throw new EmailException("not taken yet");
        }
        if (states.contains(Deliveries.State.REFUSED)) {
            throw Problem.invalid("mail.refused");
        }
    }

    private static KnownMail ours(Outgoing message, Letterhead head, EmailAddress to) {
        Ticket ticket = message.ticket();
        return ThreadBook.ours(
                MailWriter.reference(message, head),
                ticket.id(),
                ticket.number(),
                message.id().value(),
                to.value());
    }
}

package ma.mowakaba.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells the sender his number, once for each new case, in his language, and never a machine for long. */
@Component
class Acknowledgement {

    private static final Set<String> MASS_PRECEDENCE = Set.of("bulk", "junk", "list");
    private static final List<String> MASS_HEADERS = List.of("list-id", "list-unsubscribe", "list-post", "feedback-id");
    private static final List<String> ROBOTS = List.of(
            "noreply", "no-reply", "do-not-reply", "donotreply", "ne-pas-repondre", "mailer-daemon", "postmaster");

    private final Helpdesk helpdesk;
    private final RawMails raws;
    private final MailSettings settings;
    private final MessageSource texts;

    Acknowledgement(Helpdesk helpdesk, RawMails raws, MailSettings settings, MessageSource texts) {
        this.helpdesk = helpdesk;
        this.raws = raws;
        this.settings = settings;
        this.texts = texts;
    }

    /** @return whether one was written */
    boolean send(Casework.Filed filed, Arrival arrival) {
        Optional<EmailAddress> sender = arrival.mail().from().address();
        if (!filed.opened()
                || sender.isEmpty()
                || unwanted(arrival.mail(), sender.get())
                || enough(arrival, sender.get())) {
            return false;
        }
        Ticket ticket = filed.ticket();
        String text = texts.getMessage(
                "mail.acknowledgement.text",
                new Object[] {ticket.number().value()},
                ticket.language().locale());
        helpdesk.acknowledge(ticket, filed.contact(), sender.get().value(), text);
        return true;
    }

    private static boolean unwanted(ParsedMail mail, EmailAddress sender) {
        String suppressed = mail.header("x-auto-response-suppress");
        return MASS_PRECEDENCE.contains(mail.header("precedence"))
                || MASS_HEADERS.stream().anyMatch(mail.headers()::containsKey)
                || suppressed.contains("all")
                || suppressed.contains("autoreply")
                || ROBOTS.stream().anyMatch(sender.value()::startsWith);
    }

    private boolean enough(Arrival arrival, EmailAddress sender) {
        return raws.acknowledged(sender, arrival.at().minus(Duration.ofHours(1))) >= settings.acknowledgementsPerHour();
    }
}

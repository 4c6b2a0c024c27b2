package ma.mowakaba.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.mail.MailTemplates.Placeholder;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Tells the sender his number, once for each new case and once a day, in his language, and never a machine. */
@Component
class Acknowledgement {

    private static final Set<String> MASS_PRECEDENCE = Set.of("bulk", "junk", "list");
    private static final List<String> MASS_HEADERS = List.of("list-id", "list-unsubscribe", "list-post", "feedback-id");
    private static final List<String> ROBOTS = List.of(
            "noreply", "no-reply", "do-not-reply", "donotreply", "ne-pas-repondre", "mailer-daemon", "postmaster");

    private final Helpdesk helpdesk;
    private final Acknowledged acknowledged;
    private final MailSettings settings;
    private final MailTemplates templates;

    Acknowledgement(Helpdesk helpdesk, Acknowledged acknowledged, MailSettings settings, MailTemplates templates) {
        this.helpdesk = helpdesk;
        this.acknowledged = acknowledged;
        this.settings = settings;
        this.templates = templates;
    }

    /** @return whether one was written */
    boolean send(Casework.Filed filed, Arrival arrival) {
        Optional<EmailAddress> sender = arrival.mail().from().address();
        if (!settings.acknowledge()
                || !filed.opened()
                || sender.isEmpty()
                || unwanted(arrival.mail(), sender.get())
                || !acknowledged.first(sender.get(), arrival.at(), settings.acknowledgeAgain())) {
            return false;
        }
        Ticket ticket = filed.ticket();
        Map<Placeholder, String> values = MailTemplates.values();
        values.put(Placeholder.NUMBER, ticket.number().value());
        values.put(Placeholder.SUBJECT, ticket.subject());
        String text = templates.fill(MailTemplates.Kind.ACKNOWLEDGEMENT, ticket.language(), values);
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
}

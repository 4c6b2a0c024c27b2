package ma.mowakaba.mail;

import java.util.Map;
import java.util.Optional;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.mail.MailTemplates.Placeholder;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Tells the sender his number, once for each new case and once a day, in his language, and never a machine. */
@Component
class Acknowledgement {

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
                || arrival.claims().sender() == Authenticity.FAILED
                || AutomaticMail.wantsNoAnswer(arrival.mail(), sender.get().value())
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
}

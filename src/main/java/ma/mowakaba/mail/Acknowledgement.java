package ma.mowakaba.mail;

import java.time.Duration;
import java.util.Optional;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells the sender his number, once for each new case, in his language, and never a machine for long. */
@Component
class Acknowledgement {

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
                || arrival.claims().sender() == Authenticity.FAILED
                || AutomaticMail.wantsNoAnswer(arrival.mail(), sender.get().value())
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

    private boolean enough(Arrival arrival, EmailAddress sender) {
        return raws.acknowledged(sender, arrival.at().minus(Duration.ofHours(1))) >= settings.acknowledgementsPerHour();
    }
}

package ma.mowakaba.mail;

import ma.mowakaba.ticket.Ticket;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** One address for all cases, with the center's name in the language of the case. */
@Component
class CenterLetterhead implements Letterheads {

    private final MailSettings settings;
    private final MessageSource texts;

    CenterLetterhead(MailSettings settings, MessageSource texts) {
        this.settings = settings;
        this.texts = texts;
    }

    @Override
    public Letterhead of(Ticket ticket) {
        String name =
                texts.getMessage("mail.center.name", null, ticket.language().locale());
        return new Letterhead(settings.own(), name, name);
    }
}

package ma.mowakaba.mail;

import java.util.Optional;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Language;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells the reader of a mail, below its text, what he does not see: that it was cut, encrypted or signed. */
@Component
class MailNotes {

    private final MessageSource texts;

    MailNotes(MessageSource texts) {
        this.texts = texts;
    }

    ParsedMail told(ParsedMail mail, Language language) {
        ParsedMail.Body body = mail.body();
        if (body.notes().isEmpty()) {
            return mail;
        }
        String told = body.notes().stream()
                .sorted()
                .map(note -> texts.getMessage("mail.note." + note.code(), null, language.locale()))
                .collect(Collectors.joining("\n"));
        Optional<String> html = body.html().map(shape -> shape + "<p dir=\"auto\">" + told + "</p>");
        return mail.saying((body.text() + "\n\n" + told).strip(), html);
    }
}

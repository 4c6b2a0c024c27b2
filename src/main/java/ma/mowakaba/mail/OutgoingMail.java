package ma.mowakaba.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.apache.commons.mail2.jakarta.HtmlEmail;

/** A mail whose Message-ID we choose: a repeated delivery is recognised by it. */
final class OutgoingMail extends HtmlEmail {

    private final String id;

    /** @param id without brackets */
    OutgoingMail(String id) {
        this.id = id;
    }

    @Override
    protected MimeMessage createMimeMessage(Session session) {
        return new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + ">");
            }
        };
    }
}

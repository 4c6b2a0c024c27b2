package ma.mowakaba.mail;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What arrived at an address of the test's mail server. */
final class Inbox {

    private Inbox() {}

    /** @return oldest first */
    static List<MimeMessage> of(GreenMail server, String address) {
        return Stream.of(server.getReceivedMessages())
                .filter(mail -> to(mail).contains(address))
                .toList();
    }

    private static String to(MimeMessage mail) {
        try {
            return Arrays.toString(mail.getRecipients(Message.RecipientType.TO));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

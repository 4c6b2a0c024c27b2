package ma.mowakaba.mail;

import jakarta.mail.Session;
import java.util.List;
import java.util.Properties;

/** The mail library, set up before its first use: it reads these system properties once. */
final class JakartaMail {

    static {
        // by default it refuses what mail programs get wrong
        for (String lenient : List.of("ignoreunknownencoding", "base64.ignoreerrors", "multipart.allowempty")) {
            System.setProperty("mail.mime." + lenient, "true");
        }
        System.setProperty("mail.mime.parameters.strict", "false");
        System.setProperty("mail.mime.decodeparameters.strict", "false");
        // named, because it is otherwise looked for in every file of the class path for each part of each mail
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    }

    private JakartaMail() {}

    static Session session(Properties properties) {
        return Session.getInstance(properties);
    }
}

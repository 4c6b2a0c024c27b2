package ma.mowakaba.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** Opens mailboxes: encrypted, to a server whose certificate and name are right, with a password or an access token. */
@Component
class ImapDoor {

    private final SslBundles bundles;
    private final AccessTokens tokens;
    private final Duration timeout;

    ImapDoor(SslBundles bundles, AccessTokens tokens, MailSettings settings) {
        this.bundles = bundles;
        this.tokens = tokens;
        this.timeout = settings.read().timeout();
    }

    /** @throws IOException the server is away, is not who it should be, or refuses */
    ImapConnection open(Mailbox mailbox) throws IOException {
        String secret = mailbox.oauth().used() ? tokens.of(mailbox.oauth()) : mailbox.password();
        try {
            return open(mailbox, secret);
        } catch (AuthenticationFailedException e) {
            // a token may have been withdrawn before its time: the next attempt asks for another
            tokens.forget(mailbox.oauth());
            throw new IOException(e);
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private ImapConnection open(Mailbox mailbox, String secret) throws MessagingException {
        String protocol = mailbox.encryption() == Mailbox.Encryption.TLS ? "imaps" : "imap";
        Session session = JakartaMail.session(properties(mailbox, "mail." + protocol + "."));
        Store store = session.getStore(protocol);
        try {
            store.connect(mailbox.host(), mailbox.port(), mailbox.user(), secret);
            Folder folder = store.getFolder(mailbox.folder());
            folder.open(Folder.READ_WRITE);
            return new ImapConnection(store, folder);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private Properties properties(Mailbox mailbox, String prefix) {
        Properties properties = new Properties();
        for (String limit : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.setProperty(prefix + limit, String.valueOf(timeout.toMillis()));
        }
        boolean startTls = mailbox.encryption() == Mailbox.Encryption.STARTTLS;
        properties.setProperty(prefix + "starttls.enable", String.valueOf(startTls));
        properties.setProperty(prefix + "starttls.required", String.valueOf(startTls));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (!mailbox.sslBundle().isBlank()) {
            properties.put(
                    prefix + "ssl.socketFactory",
                    bundles.getBundle(mailbox.sslBundle()).createSslContext().getSocketFactory());
            properties.setProperty(prefix + "ssl.socketFactory.fallback", "false");
        }
        if (mailbox.oauth().used()) {
            properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
        }
        return properties;
    }
}

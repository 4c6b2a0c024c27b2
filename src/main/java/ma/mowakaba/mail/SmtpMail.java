package ma.mowakaba.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import ma.mowakaba.kernel.EmailAddress;
import org.apache.commons.mail2.core.EmailException;
import org.apache.commons.mail2.jakarta.Email;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Hands mails to the server of {@code spring.mail.*}. */
@Component
class SmtpMail implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SmtpMail.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ObjectProvider<JavaMailSenderImpl> server;
    private final Mailbox.OAuth oauth;
    private final AccessTokens tokens;
    private final ScheduledThreadPoolExecutor patience = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("smtp-patience").factory());

    private final SmtpConnections connections = new SmtpConnections(patience);

    private volatile @Nullable Known last;

    SmtpMail(ObjectProvider<JavaMailSenderImpl> server, MailSettings settings, AccessTokens tokens) {
        this.server = server;
        this.oauth = settings.send().oauth();
        this.tokens = tokens;
        patience.setRemoveOnCancelPolicy(true);
    }

    /**
     * @param to to whom the envelope is addressed, whatever the headers say
     * @return what the server said about each of them
     * @throws EmailException the mail itself cannot be put together
     */
    Map<EmailAddress, SmtpAnswer> send(Email mail, List<EmailAddress> to) throws EmailException {
        JavaMailSenderImpl known = server.getIfAvailable();
        if (known == null) {
            log.warn("no mail server is set: spring.mail.host");
            return all(to, SmtpAnswer.AWAY);
        }
        Session session = session(known);
        mail.setMailSession(session);
        mail.buildMimeMessage();
        try {
            mail.getMimeMessage().saveChanges();
        } catch (MessagingException malformed) {
            throw new EmailException("a mail that cannot be put together", malformed);
        }
        return open(known, session)
                .map(connection -> hand(connection, mail.getMimeMessage(), to))
                .orElseGet(() -> all(to, SmtpAnswer.AWAY));
    }

    private Optional<SmtpConnections.Connection> open(JavaMailSenderImpl server, Session session) {
        try {
            return Optional.of(connections.open(
                    session, server.getUsername(), () -> oauth.used() ? tokens.of(oauth) : server.getPassword()));
        } catch (AuthenticationFailedException refused) {
            // a token may have been withdrawn before its time: the next attempt asks for another
            tokens.forget(oauth);
            log.warn(
                    "the mail server does not take our word: {}",
                    refused.getClass().getSimpleName());
        } catch (MessagingException away) {
            log.warn("the mail server is away: {}", away.getClass().getSimpleName());
        } catch (AccessTokens.NoToken none) {
            log.warn("the mail server is not asked: {}", none.getMessage());
        }
        return Optional.empty();
    }

    private Map<EmailAddress, SmtpAnswer> hand(
            SmtpConnections.Connection connection, MimeMessage mail, List<EmailAddress> to) {
        try {
            connection
                    .transport()
                    .sendMessage(mail, to.stream().map(SmtpMail::envelope).toArray(Address[]::new));
        } catch (MessagingException refused) {
            connection.close();
            return SmtpRefusal.answers(refused, to);
        }
        connections.keep(connection);
        return all(to, SmtpAnswer.ACCEPTED);
    }

    private static InternetAddress envelope(EmailAddress recipient) {
        InternetAddress address = new InternetAddress();
        address.setAddress(recipient.value());
        return address;
    }

    static Map<EmailAddress, SmtpAnswer> all(List<EmailAddress> to, SmtpAnswer answer) {
        Map<EmailAddress, SmtpAnswer> answers = new LinkedHashMap<>();
        to.forEach(recipient -> answers.put(recipient, answer));
        return answers;
    }

    /** Making a session reads files of the library: the last one is kept while the settings are the same. */
    private Session session(JavaMailSenderImpl server) {
        Properties properties = properties(server);
        Known known = last;
        if (known == null || !known.properties().equals(properties)) {
            known = new Known(properties, JakartaMail.session(properties));
            last = known;
        }
        return known.session();
    }

    private Properties properties(JavaMailSenderImpl server) {
        String protocol = protocol(server);
        Properties properties = new Properties();
        for (String limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail." + protocol + "." + limit, String.valueOf(PATIENCE.toMillis()));
        }
        // else each connection starts a thread that watches how long a write takes
        properties.put("mail." + protocol + ".executor.writetimeout", patience);
        properties.putAll(server.getJavaMailProperties());
        properties.setProperty("mail.transport.protocol", protocol);
        // whom the server takes it for gets it, whatever it says about the others
        properties.setProperty("mail." + protocol + ".sendpartial", "true");
        properties.setProperty("mail." + protocol + ".host", String.valueOf(server.getHost()));
        properties.setProperty("mail." + protocol + ".auth", String.valueOf(server.getUsername() != null));
        if (oauth.used()) {
            properties.setProperty("mail." + protocol + ".auth.mechanisms", "XOAUTH2");
        }
        if (server.getPort() > 0) {
            properties.setProperty("mail." + protocol + ".port", String.valueOf(server.getPort()));
        }
        return properties;
    }

    private static String protocol(JavaMailSenderImpl server) {
        return server.getProtocol() == null ? "smtp" : server.getProtocol();
    }

    @Override
    public void destroy() {
        patience.shutdownNow();
        connections.closeAll();
    }

    private record Known(Properties properties, Session session) {}
}

package ma.mowakaba.mail;

import jakarta.mail.Address;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Pattern;
import ma.mowakaba.kernel.Problem;
import org.apache.commons.mail2.core.EmailException;
import org.apache.commons.mail2.jakarta.Email;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Hands mails to the server of {@code spring.mail.*}. */
@Component
class SmtpMail {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern FOR_GOOD = Pattern.compile("5(?!03|00|02)[0-9]{2}");

    private final ObjectProvider<JavaMailSenderImpl> server;

    private volatile @Nullable Known last;

    SmtpMail(ObjectProvider<JavaMailSenderImpl> server) {
        this.server = server;
    }

    /**
     * @throws Problem INVALID {@code mail.refused}: the server will never take it for this address
     * @throws EmailException the server is away or refuses for now
     */
    void send(Email mail) throws EmailException {
        JavaMailSenderImpl known = server.getIfAvailable();
        if (known == null) {
            throw new EmailException("no mail server is set: spring.mail.host");
        }
        mail.setMailSession(session(known));
        try {
            mail.send();
        } catch (EmailException e) {
            if (e.getCause() instanceof SendFailedException refused && forGood(refused)) {
                throw Problem.invalid("mail.refused");
            }
            throw e;
        }
    }

    /** Making a session reads files of the library: the last one is kept while the settings are the same. */
    private Session session(JavaMailSenderImpl server) {
        Properties properties = properties(server);
        Known known = last;
        if (known == null || !known.properties().equals(properties)) {
            known = new Known(
                    properties,
                    server.getUsername() == null
                            ? JakartaMail.session(properties)
                            : JakartaMail.session(properties, server.getUsername(), server.getPassword()));
            last = known;
        }
        return known.session();
    }

    private static Properties properties(JavaMailSenderImpl server) {
        String protocol = protocol(server);
        Properties properties = new Properties();
        for (String limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail." + protocol + "." + limit, String.valueOf(PATIENCE.toMillis()));
        }
        properties.putAll(server.getJavaMailProperties());
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty("mail." + protocol + ".host", String.valueOf(server.getHost()));
        properties.setProperty("mail." + protocol + ".auth", String.valueOf(server.getUsername() != null));
        if (server.getPort() > 0) {
            properties.setProperty("mail." + protocol + ".port", String.valueOf(server.getPort()));
        }
        return properties;
    }

    private static String protocol(JavaMailSenderImpl server) {
        return server.getProtocol() == null ? "smtp" : server.getProtocol();
    }

    /** @return whether the server called the address invalid (550, 551, 553 …), as opposed to being unable for now */
    private static boolean forGood(SendFailedException refused) {
        Address[] invalid = refused.getInvalidAddresses();
        Exception answer = refused.getNextException();
        return invalid != null
                && invalid.length > 0
                && answer != null
                && FOR_GOOD.matcher(String.valueOf(answer.getMessage())).lookingAt();
    }

    private record Known(Properties properties, Session session) {}
}

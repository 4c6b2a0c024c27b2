package ma.mowakaba.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Map;
import ma.mowakaba.launch.CannotStart;
import ma.mowakaba.mail.Mailbox;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A mail server in the process: it takes mail for every address, and gives every address a mailbox whose user and password are the
 * address. Steps in when no {@code spring.mail.host} is set.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.mail.host", matchIfMissing = true, havingValue = "never")
class DemoMail {

    private static final String HERE = "127.0.0.1";

    /** @param smtp, imap ports; 0 for any that is free */
    @Bean(destroyMethod = "stop")
    GreenMail greenMail(
            @Value("${mowakaba.mail.address}") String center,
            @Value("${mowakaba.demo.mail.smtp-port:0}") int smtp,
            @Value("${mowakaba.demo.mail.imap-port:0}") int imap,
            ConfigurableEnvironment environment) {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(smtp, HERE, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imap, HERE, ServerSetup.PROTOCOL_IMAP)
        });
        server.setUser(center, center, center);
        start(server);
        tell(environment, server, center);
        return server;
    }

    private static void start(GreenMail server) {
        try {
            server.start();
        } catch (IllegalStateException e) {
            server.stop();
            throw new CannotStart(
                    "The demonstration's mail server cannot listen (" + e.getMessage()
                            + "): choose free ports with MOWAKABA_DEMO_MAIL_SMTP_PORT and MOWAKABA_DEMO_MAIL_IMAP_PORT,"
                            + " or set neither.",
                    e);
        }
    }

    /** For whoever writes to the center: the player, and people with a mail program. */
    private static void tell(ConfigurableEnvironment environment, GreenMail server, String center) {
        Map<String, Object> where = Map.of(
                "mowakaba.demo.mail.address", center,
                "mowakaba.demo.mail.smtp-port", server.getSmtp().getPort(),
                "mowakaba.demo.mail.imap-port", server.getImap().getPort());
        environment.getPropertySources().addFirst(new MapPropertySource("demonstration mail server", where));
    }

    @Bean
    Mailbox demoMailbox(GreenMail server, @Value("${mowakaba.mail.address}") String center) {
        int port = server.getImap().getPort();
        return Mailbox.of(center, HERE, port, center, center, Mailbox.Encryption.NONE);
    }

    @Bean
    JavaMailSenderImpl demoMailSender(GreenMail server) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(HERE);
        sender.setPort(server.getSmtp().getPort());
        return sender;
    }
}

package ma.mowakaba.mail;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One reader for each mailbox that is read, of the settings and of the context. */
@Configuration(proxyBeanMethods = false)
class MailboxReaders {

    /** The readers, as one bean. */
    record Readers(List<MailboxReader> all) {}

    @Bean
    Readers readers(Mailboxes mailboxes, MailSettings settings, ImapDoor door, MailboxIntake intake, Clock clock) {
        return new Readers(mailboxes.all().stream()
                .filter(Mailbox::isRead)
                .map(mailbox -> new MailboxReader(mailbox, settings.read(), door, intake, clock))
                .toList());
    }
}

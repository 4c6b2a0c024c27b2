package ma.mowakaba.mail;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One reader for each mailbox, of the settings and of the context. */
@Configuration(proxyBeanMethods = false)
class MailboxReaders {

    /** The readers, as one bean. */
    record Readers(List<MailboxReader> all) {}

    @Bean
    Readers readers(
            MailSettings settings, ObjectProvider<Mailbox> given, MailboxMarks marks, Postroom postroom, Clock clock) {
        return new Readers(Stream.concat(settings.mailboxes().stream(), given.stream())
                .map(mailbox -> new MailboxReader(mailbox, settings, marks, postroom, clock))
                .toList());
    }
}

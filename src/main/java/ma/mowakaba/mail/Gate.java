package ma.mowakaba.mail;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.kernel.EmailAddress;
import org.springframework.stereotype.Component;

/** Shows a mail to the checks, with what they need to know. */
@Component
class Gate {

    private final long limit;
    private final Set<EmailAddress> own = new HashSet<>();

    Gate(MailSettings settings, Mailboxes mailboxes) {
        this.limit = settings.limit().toBytes();
        own.add(settings.own());
        mailboxes.all().stream()
                .flatMap(mailbox -> EmailAddress.parse(mailbox.address()).stream())
                .forEach(own::add);
    }

    Optional<MailCheck.Verdict> look(Arrival arrival, List<KnownMail> known) {
        return MailChecks.first(arrival, new MailCheck.Surroundings(limit, own, known));
    }
}

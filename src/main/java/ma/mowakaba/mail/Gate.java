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

    private final MailCheck.Rules rules;
    private final Storms storms;

    Gate(MailSettings settings, CheckSettings checks, Mailboxes mailboxes, Storms storms) {
        Set<EmailAddress> own = new HashSet<>();
        own.add(settings.own());
        mailboxes.all().stream()
                .flatMap(mailbox -> EmailAddress.parse(mailbox.address()).stream())
                .forEach(own::add);
        this.rules = new MailCheck.Rules(settings.limit().toBytes(), own, checks.hosts());
        this.storms = storms;
    }

    Optional<MailCheck.Verdict> look(Arrival arrival, List<KnownMail> known, Optional<Place> place) {
        return MailChecks.first(
                arrival,
                new MailCheck.Surroundings(
                        rules, known, place, () -> place.flatMap(one -> storms.stopping(arrival, one))));
    }

    /** Somebody looked at it and wants it filed: only a copy is still one. */
    Optional<MailCheck.Verdict> lookAgain(Arrival arrival, List<KnownMail> known) {
        return MailChecks.alreadySeen(
                arrival, new MailCheck.Surroundings(rules, known, Optional.empty(), Optional::empty));
    }
}

package ma.mowakaba.mail;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts together what the settings name and what the readers have noted. */
@Component
class MailboxStates implements MailboxBoard {

    private final Mailboxes mailboxes;
    private final MailboxMarks marks;
    private final LeftMails left;
    private final long limit;

    MailboxStates(Mailboxes mailboxes, MailboxMarks marks, LeftMails left, MailSettings settings) {
        this.mailboxes = mailboxes;
        this.marks = marks;
        this.left = left;
        this.limit = settings.limit().toBytes();
    }

    @Override
    public List<State> all() {
        return mailboxes.all().stream().map(this::state).toList();
    }

    private State state(Mailbox mailbox) {
        Optional<MailboxMarks.Condition> now = mailbox.isRead() ? marks.condition(mailbox) : Optional.empty();
        return new State(
                mailbox.address(),
                mailbox.isRead() ? mailbox.toString() : "",
                mailbox.desk().about(),
                mailbox.desk().tongue(),
                now.flatMap(MailboxMarks.Condition::readAt),
                now.map(MailboxMarks.Condition::backlog).orElse(0),
                now.map(MailboxMarks.Condition::behind).orElse(0),
                now.flatMap(MailboxStates::trouble),
                mailbox.isRead() ? left(mailbox) : List.of());
    }

    private static Optional<Trouble> trouble(MailboxMarks.Condition now) {
        return now.trouble()
                .map(trouble -> new Trouble(
                        trouble.code(),
                        now.troubleSince().orElseThrow(),
                        now.next().orElseThrow()));
    }

    private List<Left> left(Mailbox mailbox) {
        return left.of(mailbox).stream()
                .map(mail -> new Left(mail.uid(), mail.size(), mail.since(), mail.size() > limit))
                .toList();
    }
}

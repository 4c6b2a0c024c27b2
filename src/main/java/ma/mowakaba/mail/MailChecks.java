package ma.mowakaba.mail;

import static ma.mowakaba.mail.Mailroom.Handled.AUTO_REPLY;
import static ma.mowakaba.mail.Mailroom.Handled.BOUNCE;
import static ma.mowakaba.mail.Mailroom.Handled.DUPLICATE;
import static ma.mowakaba.mail.Mailroom.Handled.QUARANTINED;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.mail.MailCheck.Surroundings;
import ma.mowakaba.mail.MailCheck.Verdict;

/**
 * What a mail has to pass before it is a request; the first that objects decides.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3834">RFC 3834</a>
 */
final class MailChecks {

    static final List<MailCheck> IN_ORDER = List.of(
            MailChecks::tooBig,
            MailChecks::unreadable,
            MailChecks::alreadySeen,
            MailChecks::ownLoop,
            MailChecks::bounce,
            MailChecks::automatic);

    private static final int MOST_HOPS = 50;
    private static final Set<String> ROBOTS = Set.of("mailer-daemon", "mail-daemon");
    private static final Set<String> AUTOMATIC_PRECEDENCE = Set.of("auto_reply", "auto-reply");

    private MailChecks() {}

    static Optional<Verdict> first(Arrival arrival, Surroundings around) {
        return IN_ORDER.stream()
                .flatMap(check -> check.look(arrival, around).stream())
                .findFirst();
    }

    static Optional<Verdict> tooBig(Arrival arrival, Surroundings around) {
        return arrival.bytes() > around.limit()
                ? Verdict.of(QUARANTINED, Optional.empty(), "too-big")
                : Optional.empty();
    }

    static Optional<Verdict> unreadable(Arrival arrival, Surroundings around) {
        return arrival.mail().readable() ? Optional.empty() : Verdict.of(QUARANTINED, Optional.empty(), "unreadable");
    }

    /** The same Message-ID alone is not enough: some programs give one to all their mails. */
    static Optional<Verdict> alreadySeen(Arrival arrival, Surroundings around) {
        return around.known().stream()
                .filter(mail -> mail.reference().equals(arrival.reference()) && !mail.ours())
                .filter(mail -> Arrays.equals(mail.fingerprint(), arrival.fingerprint()))
                .findFirst()
                .flatMap(mail -> Verdict.of(DUPLICATE, Optional.of(mail), "already-seen"));
    }

    static Optional<Verdict> ownLoop(Arrival arrival, Surroundings around) {
        boolean own =
                arrival.mail().from().address().filter(around.own()::contains).isPresent();
        boolean returned = around.known().stream()
                .anyMatch(mail -> mail.ours() && mail.reference().equals(arrival.reference()));
        return own || returned || arrival.mail().hops() > MOST_HOPS
                ? Verdict.of(QUARANTINED, about(around), "own-loop")
                : Optional.empty();
    }

    static Optional<Verdict> bounce(Arrival arrival, Surroundings around) {
        ParsedMail mail = arrival.mail();
        String type = mail.header("content-type");
        boolean report = type.startsWith("multipart/report") && type.contains("delivery-status");
        boolean robot = mail.from()
                .address()
                .map(MailChecks::user)
                .filter(ROBOTS::contains)
                .isPresent();
        boolean noSender = mail.header("return-path").replace(" ", "").equals("<>")
                && !mail.header("auto-submitted").startsWith("auto-replied");
        return report || robot || noSender || mail.headers().containsKey("x-failed-recipients")
                ? Verdict.of(BOUNCE, about(around), "bounce")
                : Optional.empty();
    }

    static Optional<Verdict> automatic(Arrival arrival, Surroundings around) {
        ParsedMail mail = arrival.mail();
        String submitted = mail.header("auto-submitted");
        boolean answer = mail.headers().containsKey("x-autoreply")
                || mail.headers().containsKey("x-autorespond")
                || mail.headers().containsKey("x-autoresponder")
                || AUTOMATIC_PRECEDENCE.contains(mail.header("precedence"))
                || mail.header("content-type").contains("disposition-notification");
        return answer || !submitted.isEmpty() && !submitted.equals("no")
                ? Verdict.of(AUTO_REPLY, about(around), "automatic")
                : Optional.empty();
    }

    private static Optional<KnownMail> about(Surroundings around) {
        return around.known().stream().findFirst();
    }

    private static String user(EmailAddress address) {
        return address.value().substring(0, address.value().indexOf('@'));
    }
}

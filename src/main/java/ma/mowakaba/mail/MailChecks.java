package ma.mowakaba.mail;

import static ma.mowakaba.mail.Mailroom.Handled.AUTO_REPLY;
import static ma.mowakaba.mail.Mailroom.Handled.BOUNCE;
import static ma.mowakaba.mail.Mailroom.Handled.DUPLICATE;
import static ma.mowakaba.mail.Mailroom.Handled.QUARANTINED;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
            MailChecks::storm,
            MailChecks::bounce,
            MailChecks::automatic,
            MailChecks::spam);

    private static final int MOST_HOPS = 50;

    private MailChecks() {}

    static Optional<Verdict> first(Arrival arrival, Surroundings around) {
        return IN_ORDER.stream()
                .flatMap(check -> check.look(arrival, around).stream())
                .findFirst();
    }

    static Optional<Verdict> tooBig(Arrival arrival, Surroundings around) {
        return arrival.bytes() > around.rules().limit() ? Verdict.of(QUARANTINED, "too-big") : Optional.empty();
    }

    static Optional<Verdict> unreadable(Arrival arrival, Surroundings around) {
        return arrival.mail().readable() ? Optional.empty() : Verdict.of(QUARANTINED, "unreadable");
    }

    /** The same Message-ID alone is not enough: some programs give one to all their mails. */
    static Optional<Verdict> alreadySeen(Arrival arrival, Surroundings around) {
        return around.known().stream()
                .filter(mail -> mail.reference().equals(arrival.reference()) && !mail.ours())
                .filter(mail -> Arrays.equals(mail.fingerprint(), arrival.fingerprint()))
                .findFirst()
                .flatMap(mail -> Verdict.about(DUPLICATE, Optional.of(mail), "already-seen"));
    }

    /** From us, returned to us, marked by us, here before, or passed on too often. */
    static Optional<Verdict> ownLoop(Arrival arrival, Surroundings around) {
        ParsedMail mail = arrival.mail();
        boolean own = mail.from().address().filter(around::isOwn).isPresent()
                || arrival.claims().forwarder().isEmpty() && anyOwn(mail.all("from"), around) > 0;
        boolean returned = around.known().stream()
                .anyMatch(known -> known.ours() && known.reference().equals(arrival.reference()));
        boolean marked = anyOwn(mail.all("x-loop"), around) > 0;
        boolean hereBefore = anyOwn(mail.all("delivered-to"), around) > 1;
        return own || returned || marked || hereBefore || mail.hops() > MOST_HOPS
                ? Verdict.of(QUARANTINED, around.place(), "own-loop")
                : Optional.empty();
    }

    private static long anyOwn(List<String> headers, Surroundings around) {
        return Senders.in(String.join(", ", headers)).stream()
                .filter(one -> around.isOwn(one.address()))
                .count();
    }

    static Optional<Verdict> storm(Arrival arrival, Surroundings around) {
        return around.place().isEmpty()
                ? Optional.empty()
                : around.storm().get().flatMap(why -> Verdict.of(QUARANTINED, around.place(), why));
    }

    static Optional<Verdict> bounce(Arrival arrival, Surroundings around) {
        return DeliveryReports.is(arrival.mail()) ? Verdict.of(BOUNCE, around.place(), "bounce") : Optional.empty();
    }

    static Optional<Verdict> automatic(Arrival arrival, Surroundings around) {
        boolean answers = around.place().filter(Place::answersOurs).isPresent()
                || AutomaticMail.hasNoEnvelopeSender(arrival.mail());
        return AutomaticMail.isAnswer(arrival.mail(), answers)
                ? Verdict.of(AUTO_REPLY, around.place(), "automatic")
                : Optional.empty();
    }

    /** Whoever answers a mail of ours is nobody's spammer. */
    static Optional<Verdict> spam(Arrival arrival, Surroundings around) {
        return SpamMarks.on(arrival.mail(), around.rules().hosts())
                        && around.place().filter(Place::proven).isEmpty()
                ? Verdict.of(QUARANTINED, around.place(), "spam")
                : Optional.empty();
    }
}

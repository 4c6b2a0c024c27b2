package ma.mowakaba.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.mail.Mailroom.Handled;
import ma.mowakaba.mail.Mailroom.Receipt;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a stored mail, decided and done in one transaction. */
@Component
class Filing {

    private final RawMails raws;
    private final MailThreads threads;
    private final Gate gate;
    private final Casework cases;
    private final Announcements announcements;

    Filing(RawMails raws, MailThreads threads, Gate gate, Casework cases, Announcements announcements) {
        this.raws = raws;
        this.threads = threads;
        this.gate = gate;
        this.cases = cases;
        this.announcements = announcements;
    }

    @Transactional
    public Receipt file(Arrival arrival) {
        RawMail stored = raws.lock(arrival.id());
        return stored.state() == RawMail.State.FILED || stored.state() == RawMail.State.SET_ASIDE
                ? stored.again()
                : decide(arrival);
    }

    /**
     * As {@link #file}, of a mail that was stored just now: it is taken for granted that nobody else files it.
     *
     * @throws OptimisticLockingFailureException somebody has: nothing was done
     */
    @Transactional
    public Receipt fileNew(Arrival arrival) {
        return decide(arrival);
    }

    private Receipt decide(Arrival arrival) {
        List<KnownMail> known = threads.known(arrival);
        Optional<Place> place = threads.find(arrival, known);
        return gate.look(arrival, known, place)
                .map(verdict -> setAside(arrival, verdict, known))
                .orElseGet(() -> put(arrival, place, true));
    }

    /** As somebody decided who has looked at it. */
    @Transactional
    public Receipt fileAnyhow(Arrival arrival) {
        RawMail stored = raws.lock(arrival.id());
        if (stored.state() == RawMail.State.FILED
                || stored.ticket().isPresent() && stored.message().isPresent()) {
            return stored.again();
        }
        List<KnownMail> known = threads.known(arrival);
        return gate.lookAgain(arrival, known)
                .map(verdict -> setAside(arrival, verdict, known))
                .orElseGet(() -> put(arrival, threads.find(arrival, known), false));
    }

    private Receipt setAside(Arrival arrival, MailCheck.Verdict verdict, List<KnownMail> known) {
        Optional<UUID> message = verdict.message().or(() -> onTheCase(arrival, verdict, known));
        Receipt receipt = new Receipt(verdict.outcome(), verdict.number(), message, Optional.of(verdict.reason()));
        RawMail.State state =
                verdict.outcome() == Handled.QUARANTINED ? RawMail.State.QUARANTINED : RawMail.State.SET_ASIDE;
        settle(arrival, state, receipt, false);
        return receipt;
    }

    /** What machines say about a case stands on it, and asks for nothing. */
    private Optional<UUID> onTheCase(Arrival arrival, MailCheck.Verdict verdict, List<KnownMail> known) {
        boolean said = verdict.outcome() == Handled.AUTO_REPLY || verdict.outcome() == Handled.BOUNCE;
        return verdict.ticket().filter(any -> said).map(ticket -> {
            Casework.Noticed noticed = cases.notice(ticket, arrival);
            threads.remember(arrival, noticed.ticket(), noticed.message().value(), KnownMail.Role.MACHINE);
            if (verdict.outcome() == Handled.BOUNCE) {
                announcements.returned(arrival, noticed.message(), known);
            }
            return noticed.message().value();
        });
    }

    /** @param acknowledged whether its sender may be told */
    private Receipt put(Arrival arrival, Optional<Place> place, boolean acknowledged) {
        Casework.Filed filed =
                place.map(found -> cases.append(found.ticket(), arrival)).orElseGet(() -> cases.open(arrival));
        Receipt receipt = new Receipt(
                filed.opened() ? Handled.CREATED : Handled.APPENDED,
                Optional.of(filed.ticket().number()),
                Optional.of(filed.message().value()),
                Optional.empty());
        boolean party = place.map(Place::party).orElse(true);
        threads.remember(
                arrival, filed.said(), filed.message().value(), party ? KnownMail.Role.PARTY : KnownMail.Role.THIRD);
        if (filed.opened()) {
            threads.opened(arrival, filed.ticket());
        }
        announcements.filed(arrival, filed, place);
        boolean told = acknowledged && party && announcements.acknowledge(filed, arrival);
        settle(arrival, RawMail.State.FILED, receipt, told);
        return receipt;
    }

    private void settle(Arrival arrival, RawMail.State state, Receipt receipt, boolean acknowledged) {
        if (!raws.settle(arrival.id(), state, receipt, arrival.mail().from().address(), acknowledged)) {
            throw new OptimisticLockingFailureException("mail " + arrival.id() + " was filed meanwhile");
        }
    }
}

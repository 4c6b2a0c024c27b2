package ma.mowakaba.mail;

import java.util.List;
import java.util.Optional;
import ma.mowakaba.mail.Mailroom.Handled;
import ma.mowakaba.mail.Mailroom.Receipt;
import ma.mowakaba.ticket.TicketId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a stored mail, decided and done in one transaction. */
@Component
class Filing {

    private final RawMails raws;
    private final MailThreads threads;
    private final Gate gate;
    private final Casework cases;
    private final Acknowledgement acknowledgement;

    Filing(RawMails raws, MailThreads threads, Gate gate, Casework cases, Acknowledgement acknowledgement) {
        this.raws = raws;
        this.threads = threads;
        this.gate = gate;
        this.cases = cases;
        this.acknowledgement = acknowledgement;
    }

    @Transactional
    public Receipt file(Arrival arrival) {
        RawMail stored = raws.lock(arrival.id());
        if (stored.state() == RawMail.State.FILED || stored.state() == RawMail.State.SET_ASIDE) {
            return stored.again();
        }
        List<KnownMail> known = threads.known(arrival);
        return gate.look(arrival, known)
                .map(verdict -> setAside(arrival, verdict))
                .orElseGet(() -> put(arrival, threads.find(arrival, known)));
    }

    private Receipt setAside(Arrival arrival, MailCheck.Verdict verdict) {
        Receipt receipt =
                new Receipt(verdict.outcome(), verdict.ticket(), verdict.message(), Optional.of(verdict.reason()));
        RawMail.State state =
                verdict.outcome() == Handled.QUARANTINED ? RawMail.State.QUARANTINED : RawMail.State.SET_ASIDE;
        raws.settle(arrival.id(), state, receipt, arrival.mail().from().address(), false);
        return receipt;
    }

    private Receipt put(Arrival arrival, Optional<TicketId> continued) {
        Casework.Filed filed =
                continued.map(ticket -> cases.append(ticket, arrival)).orElseGet(() -> cases.open(arrival));
        Receipt receipt = new Receipt(
                filed.opened() ? Handled.CREATED : Handled.APPENDED,
                Optional.of(filed.ticket().number()),
                Optional.of(filed.message().value()),
                Optional.empty());
        threads.remember(arrival, filed);
        boolean acknowledged = acknowledgement.send(filed, arrival);
        raws.settle(
                arrival.id(),
                RawMail.State.FILED,
                receipt,
                arrival.mail().from().address(),
                acknowledged);
        return receipt;
    }
}

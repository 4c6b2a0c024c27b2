package ma.mowakaba.telephony;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.TicketId;

/**
 * A call under its lock: as it was found, and with what was written of it since. Each verb writes in one statement what is news, says whether it
 * was, and is known from then on, so that nothing is read twice. What the database holds is decided by the statement's own condition.
 */
final class CallInHand {

    private static final Comparator<LegRow> BY_START =
            Comparator.comparing(LegRow::startedAt).thenComparing(LegRow::uniqueid);

    private final CallBook book;
    private final List<LegRow> legs = new ArrayList<>();
    private boolean legsRead;
    private CallRow call;

    CallInHand(CallBook book, CallRow call) {
        this.book = book;
        this.call = call;
    }

    CallRow call() {
        return call;
    }

    /** @return as they are now, in the order of their start; read when somebody asks for them first */
    List<LegRow> legs() {
        if (!legsRead) {
            legs.addAll(book.legs(call.linkedid()));
            legsRead = true;
        }
        return List.copyOf(legs);
    }

    Optional<LegRow> leg(String uniqueid) {
        return legs().stream().filter(leg -> leg.uniqueid().equals(uniqueid)).findFirst();
    }

    boolean knows(CallFact fact) {
        return CallSoFar.knows(fact, call, this::legs);
    }

    /** @param before the legs as they were last known, where nobody has read them since */
    CallSoFar soFar(List<LegRow> before) {
        return new CallSoFar(call, legsRead ? legs() : before);
    }

    private boolean news(boolean written, Consumer<CallDraft> change) {
        if (written) {
            call = call.but(change);
        }
        return written;
    }

    boolean queued(String queue, TicketId ticket, Instant at) {
        return news(book.queued(call.linkedid(), queue, ticket, at), it -> {
            it.queue = Optional.of(queue);
            it.queuedAt = Optional.of(at);
            it.ticket = it.ticket.or(() -> Optional.of(ticket));
        });
    }

    boolean consented(boolean consent) {
        return news(book.consent(call.linkedid(), consent), it -> it.consent = Optional.of(consent));
    }

    boolean rated(int score) {
        return news(book.rated(call.linkedid(), score), it -> it.satisfaction = Optional.of(score));
    }

    /** Whoever picked up last has it; the moment of the first stays. */
    void answered(StaffId advisor, Instant at) {
        book.answered(call.linkedid(), advisor, at);
        news(true, it -> {
            it.advisor = Optional.of(advisor);
            it.answeredAt = it.answeredAt.or(() -> Optional.of(at));
        });
    }

    boolean unanswered(Unanswered why) {
        return news(book.unanswered(call.linkedid(), why), it -> it.unanswered = Optional.of(why));
    }

    boolean over(Instant at) {
        return news(book.over(call.linkedid(), at), it -> it.overAt = Optional.of(at));
    }

    void exitHint(String hint) {
        news(book.exitHint(call.linkedid(), hint), it -> it.exitHint = hint);
    }

    boolean ended(CallBook.End end) {
        return news(book.ended(call.linkedid(), end), it -> {
            it.endedAt = it.endedAt.or(() -> Optional.of(end.at()));
            it.outcome = Optional.of(end.outcome());
            it.waited = end.waited();
            it.talked = end.talked();
            it.queue = it.queue.or(() -> Optional.of(end.queue()).filter(name -> !name.isEmpty()));
            it.language = it.language.or(() -> CallBook.spoken(end.language()).map(Language::of));
        });
    }

    boolean rang(LegRow leg) {
        boolean news = leg(leg.uniqueid()).isEmpty() && book.rang(leg);
        if (news) {
            legs.add(leg);
            legs.sort(BY_START);
        }
        return news;
    }

    /** The channel of a leg that was announced before the exchange gave it a name. */
    void named(CallFact.Party party) {
        book.named(call.linkedid(), party);
        change(party.uniqueid(), leg -> leg.named(party.channel()));
    }

    boolean legPickedUp(String uniqueid, Instant at) {
        return leg(uniqueid).filter(leg -> leg.answeredAt().isEmpty()).isPresent()
                && book.legPickedUp(call.linkedid(), uniqueid, at)
                && change(uniqueid, leg -> leg.pickedUp(at));
    }

    boolean legEnded(String uniqueid, Instant at) {
        return leg(uniqueid).filter(leg -> leg.endedAt().isEmpty()).isPresent()
                && book.legEnded(call.linkedid(), uniqueid, at)
                && change(uniqueid, leg -> leg.ended(at));
    }

    private boolean change(String uniqueid, UnaryOperator<LegRow> how) {
        legs.replaceAll(leg -> leg.uniqueid().equals(uniqueid) ? how.apply(leg) : leg);
        return true;
    }
}

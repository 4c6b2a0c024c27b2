package ma.mowakaba.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Ticket;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a call means for the rest of the house: contact, waiting line, case, presence, live screens. */
@Component
class CallService {

    private final CallTickets tickets;
    private final CallContact contact;
    private final CallLine line;
    private final Aftermath aftermath;
    private final ApplicationEventPublisher events;

    CallService(
            CallTickets tickets,
            CallContact contact,
            CallLine line,
            Aftermath aftermath,
            ApplicationEventPublisher events) {
        this.aftermath = aftermath;
        this.tickets = tickets;
        this.contact = contact;
        this.line = line;
        this.events = events;
    }

    /** The place in the line, the case and the moment are stored together. */
    void queued(CallInHand hand, CallFact.Queued fact) {
        CallRow call = hand.call();
        QueueName queue = QueueName.parse(fact.queue());
        contact.queued(call, queue, fact.at());
        Ticket ticket = tickets.of(call, queue, fact.at());
        hand.queued(fact.queue(), ticket.id(), fact.at());
        line.join(call, queue, ticket, fact.at());
        events.publishEvent(
                new CallEvent.Queued(call.id(), call.contact(), Optional.of(ticket.id()), fact.queue(), fact.at()));
    }

    void ringing(CallRow call, StaffId advisor, Instant at) {
        events.publishEvent(new CallEvent.Ringing(call.id(), call.contact(), call.ticket(), advisor, at));
    }

    void answered(CallInHand hand, StaffId advisor, Instant at, boolean past) {
        CallRow before = hand.call();
        hand.answered(advisor, at);
        line.taken(before, advisor, past);
        contact.answered(before, advisor, at);
        events.publishEvent(new CallEvent.Answered(before.id(), before.contact(), advisor, at));
    }

    /** His part began when he picked up. */
    void handling(CallRow call, LegRow leg) {
        contact.part(call, leg, leg.endedAt());
    }

    /** What is told after the end changes the figures of that part only. */
    void hold(CallInHand hand, CallFact.Hold fact) {
        if (!contact.held(fact)) {
            return;
        }
        CallRow call = hand.call();
        events.publishEvent(new CallEvent.HoldChanged(call.id(), call.contact(), fact.on(), fact.at()));
        hand.leg(fact.uniqueid()).ifPresent(leg -> leg.endedAt().ifPresent(end -> handled(call, leg, end)));
    }

    private void handled(CallRow call, LegRow leg, Instant until) {
        if (call.answeredAt().isPresent() && leg.answeredAt().isPresent()) {
            contact.part(call, leg, Optional.of(until));
        }
    }

    void missed(StaffId advisor) {
        line.missed(advisor);
    }

    /** Where somebody is talking already, his card shows it. */
    void consented(CallInHand hand, CallFact.Consented fact) {
        CallRow call = hand.call();
        if (hand.consented(fact.consent())) {
            call.advisor()
                    .ifPresent(advisor -> events.publishEvent(
                            new CallEvent.RecordingChanged(call.id(), call.contact(), advisor, fact.at())));
        }
    }

    void rated(CallInHand hand, CallFact.Rated fact) {
        if (hand.rated(fact.score())) {
            events.publishEvent(new CallRated(hand.call().id(), hand.call().contact(), fact.score(), fact.at()));
        }
    }

    /** His own telephone is off the hook, the other one rings. */
    void pickedUpToDial(StaffId advisor) {
        line.busy(advisor);
    }

    void legEnded(CallInHand hand, LegRow leg, Instant at, boolean past) {
        if (!hand.legEnded(leg.uniqueid(), at)) {
            return;
        }
        CallRow call = hand.call();
        handled(call, leg, at);
        if (past) {
            return;
        }
        leg.advisor().ifPresent(advisor -> {
            if (leg.answeredAt().isPresent()) {
                line.put(advisor);
                events.publishEvent(new CallEvent.HungUp(call.id(), advisor, at));
            } else {
                events.publishEvent(new CallEvent.RingEnded(call.id(), advisor, at));
            }
        });
    }

    void end(CallInHand hand, CallFact.Summary summary, Instant at, boolean past) {
        CallRow call = hand.call();
        end(
                hand,
                new CallBook.End(
                        Outcomes.of(summary, call.answeredAt().isPresent()),
                        waited(call, summary.waited(), at),
                        summary.talked(),
                        summary.language(),
                        summary.queue(),
                        at),
                past);
    }

    /** The summary was never written: what is known has to do. */
    void endWithout(CallInHand hand, Instant at) {
        CallRow call = hand.call();
        Outcome outcome = Outcomes.without(
                call.exitHint(), call.queuedAt().isPresent(), call.answeredAt().isPresent());
        end(hand, unsaid(outcome, waited(call, Optional.empty(), at), call, at), false);
    }

    /** Where nobody has picked up, the call we made ends as timed out. */
    void endOutbound(CallInHand hand, Instant at, boolean past) {
        CallRow call = hand.call();
        Outcome outcome = call.answeredAt().isPresent() ? Outcome.ANSWERED : Outcome.TIMEOUT;
        end(hand, unsaid(outcome, Optional.empty(), call, at), past);
    }

    /** The journal says why nobody answered, a moment after it is known that nobody did. */
    void dialled(CallInHand hand, CallFact.Dialled fact) {
        boolean pickedUp = hand.legs().stream()
                .anyMatch(leg -> leg.advisor().isPresent() && leg.answeredAt().isPresent());
        if (hand.unanswered(Unanswered.of(fact.status(), fact.cause(), pickedUp))) {
            events.publishEvent(
                    new CallEvent.Explained(hand.call().id(), hand.call().contact(), fact.at()));
        }
    }

    private void end(CallInHand hand, CallBook.End end, boolean past) {
        if (hand.ended(end)) {
            CallRow call = hand.call();
            // who has ended neither waits nor lies on a desk: routing hears it from the reception
            contact.ended(call, end.outcome(), end.at());
            aftermath.ended(call, end.outcome(), end.at());
            events.publishEvent(new CallEvent.Ended(call.id(), call.contact(), end.outcome(), end.at()));
        }
        hand.legs().stream()
                .filter(leg -> leg.advisor().isPresent())
                .forEach(leg -> legEnded(hand, leg, end.at(), past));
    }

    private static CallBook.End unsaid(Outcome outcome, Optional<Duration> waited, CallRow call, Instant at) {
        return new CallBook.End(outcome, waited, talked(call, at), "", "", at);
    }

    /** The exchange counts whole seconds; where somebody answered we know better. */
    private static Optional<Duration> waited(CallRow call, Optional<Duration> said, Instant at) {
        return call.queuedAt()
                .map(queued -> call.answeredAt()
                        .map(answered -> Duration.between(queued, answered))
                        .or(() -> said)
                        .orElse(Duration.between(queued, at)));
    }

    private static Optional<Duration> talked(CallRow call, Instant at) {
        return call.answeredAt().map(answered -> Duration.between(answered, at));
    }
}

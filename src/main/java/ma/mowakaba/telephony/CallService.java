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

    private final CallBook book;
    private final CallTickets tickets;
    private final CallContact contact;
    private final CallLine line;
    private final ApplicationEventPublisher events;

    CallService(
            CallBook book, CallTickets tickets, CallContact contact, CallLine line, ApplicationEventPublisher events) {
        this.book = book;
        this.tickets = tickets;
        this.contact = contact;
        this.line = line;
        this.events = events;
    }

    void queued(CallRow call, QueueName queue, CallFact.Queued fact) {
        contact.queued(call, queue, fact.at());
        Ticket ticket = tickets.of(call, queue, fact.at());
        line.join(call, queue, ticket, fact.at());
        events.publishEvent(
                new CallEvent.Queued(call.id(), call.contact(), Optional.of(ticket.id()), fact.queue(), fact.at()));
    }

    void ringing(CallRow call, StaffId advisor, Instant at) {
        events.publishEvent(new CallEvent.Ringing(call.id(), call.contact(), call.ticket(), advisor, at));
    }

    void answered(CallRow call, StaffId advisor, Instant at, boolean past) {
        book.answered(call.linkedid(), advisor, at);
        line.taken(call, advisor, past);
        contact.answered(call, advisor, at);
        events.publishEvent(new CallEvent.Answered(call.id(), call.contact(), advisor, at));
    }

    /** His part began when he picked up. */
    void handling(CallRow call, LegRow leg) {
        contact.part(call, leg, leg.endedAt());
    }

    /** What is told after the end changes the figures of that part only. */
    void hold(CallRow call, CallFact.Hold fact) {
        if (!contact.held(fact)) {
            return;
        }
        events.publishEvent(new CallEvent.HoldChanged(call.id(), call.contact(), fact.on(), fact.at()));
        book.legs(call.linkedid()).stream()
                .filter(leg -> leg.uniqueid().equals(fact.uniqueid()))
                .forEach(leg -> leg.endedAt().ifPresent(end -> handled(call, leg, end)));
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
    void consented(CallRow call, CallFact.Consented fact) {
        if (book.consent(call.linkedid(), fact.consent())) {
            call.advisor()
                    .ifPresent(advisor -> events.publishEvent(
                            new CallEvent.RecordingChanged(call.id(), call.contact(), advisor, fact.at())));
        }
    }

    void rated(CallRow call, CallFact.Rated fact) {
        if (book.rated(call.linkedid(), fact.score())) {
            events.publishEvent(new CallRated(call.id(), call.contact(), fact.score(), fact.at()));
        }
    }

    /** His own telephone is off the hook, the other one rings. */
    void pickedUpToDial(StaffId advisor) {
        line.busy(advisor);
    }

    void legEnded(CallRow call, LegRow leg, Instant at, boolean past) {
        if (!book.legEnded(call.linkedid(), leg.uniqueid(), at)) {
            return;
        }
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

    void end(CallRow call, CallFact.Summary summary, Instant at, boolean past) {
        book.chose(call.linkedid(), summary.language(), summary.queue());
        end(
                call,
                Outcomes.of(summary, call.answeredAt().isPresent()),
                waited(call, summary.waited(), at),
                summary.talked(),
                at);
        hangUp(call, at, past);
    }

    /** The summary was never written: what is known has to do. */
    void endWithout(CallRow call, Instant at) {
        Outcome outcome = Outcomes.without(
                call.exitHint(), call.queuedAt().isPresent(), call.answeredAt().isPresent());
        end(call, outcome, waited(call, Optional.empty(), at), talked(call, at), at);
        hangUp(call, at, false);
    }

    /** Where nobody has picked up, the call we made ends as timed out. */
    void endOutbound(CallRow call, Instant at, boolean past) {
        Outcome outcome = call.answeredAt().isPresent() ? Outcome.ANSWERED : Outcome.TIMEOUT;
        end(call, outcome, Optional.empty(), talked(call, at), at);
        hangUp(call, at, past);
    }

    /** The journal says why nobody answered, a moment after it is known that nobody did. */
    void dialled(CallRow call, CallFact.Dialled fact) {
        boolean pickedUp = book.legs(call.linkedid()).stream()
                .anyMatch(leg -> leg.advisor().isPresent() && leg.answeredAt().isPresent());
        if (book.unanswered(call.linkedid(), Unanswered.of(fact.status(), fact.cause(), pickedUp))) {
            events.publishEvent(new CallEvent.Explained(call.id(), call.contact(), fact.at()));
        }
    }

    private void hangUp(CallRow call, Instant at, boolean past) {
        book.legs(call.linkedid()).stream()
                .filter(leg -> leg.advisor().isPresent())
                .forEach(leg -> legEnded(call, leg, at, past));
    }

    private void end(CallRow call, Outcome outcome, Optional<Duration> waited, Optional<Duration> talked, Instant at) {
        if (book.ended(call.linkedid(), outcome, waited, talked, at)) {
            contact.ended(call, outcome, at);
            line.leave(call);
            events.publishEvent(new CallEvent.Ended(call.id(), call.contact(), outcome, at));
        }
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

package ma.mowakaba.routing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Ids;
import ma.mowakaba.routing.Assignments.Made;
import ma.mowakaba.routing.Line.Held;
import ma.mowakaba.staff.StaffId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Contacts going from hand to hand outside the decisions. Locks the contact first and its advisor's desk next, as decisions do. */
@Component
class Hands {

    private final Line line;
    private final Desks desks;
    private final Assignments assignments;
    private final ApplicationEventPublisher events;

    Hands(Line line, Desks desks, Assignments assignments, ApplicationEventPublisher events) {
        this.line = line;
        this.desks = desks;
        this.assignments = assignments;
        this.events = events;
    }

    /** @param held as locked */
    void take(ContactId contact, Held held, StaffId advisor, Reason reason, Instant at) {
        if (held.advisor().filter(advisor::equals).isPresent()) {
            return;
        }
        putDown(contact, held, "taken-over", at);
        UUID id = Ids.next(at.toEpochMilli());
        line.assign(contact, advisor, id);
        desks.touch(advisor, at);
        assignments.open(new Made(id, contact, held.channel(), advisor, reason, at));
        events.publishEvent(new RoutingEvent.Assigned(contact, held.channel(), advisor, reason, at));
    }

    /** Somebody had it, as a late report says; it is over, so it lies on no desk. */
    void record(ContactId contact, Channel channel, StaffId advisor, Reason reason, Instant at) {
        boolean known = assignments.history(contact).stream()
                .anyMatch(made -> made.advisor().equals(advisor));
        if (!known) {
            UUID id = Ids.next(at.toEpochMilli());
            assignments.open(new Made(id, contact, channel, advisor, reason, at));
            assignments.close(id, "over", at);
        }
    }

    /** It is over, whether somebody had it or not. */
    void over(ContactId contact, Instant at) {
        line.lock(contact).ifPresent(held -> {
            line.remove(contact);
            if (held.advisor().isPresent()) {
                putDown(contact, held, "done", at);
            } else {
                events.publishEvent(new RoutingEvent.Left(contact, at));
            }
        });
    }

    void release(ContactId contact, Instant at) {
        line.lock(contact).filter(held -> held.advisor().isPresent()).ifPresent(held -> {
            line.remove(contact);
            putDown(contact, held, "done", at);
        });
    }

    /** @param avoidUntil until when the advisor does not get it again */
    void giveBack(ContactId contact, Reason reason, Instant at, Instant avoidUntil) {
        line.lock(contact)
                .ifPresent(held -> held.advisor().ifPresent(advisor -> {
                    line.putBack(contact, advisor, avoidUntil);
                    putDown(contact, held, reason.key(), at);
                    events.publishEvent(new RoutingEvent.Waits(contact, held.channel(), at));
                }));
    }

    /** It waits for another domain now, whether somebody had it or not. */
    void refer(ContactId contact, DomainCode domain, Instant at, Instant avoidUntil) {
        line.lock(contact).ifPresent(held -> {
            line.refer(contact, domain);
            if (held.advisor().isEmpty()) {
                events.publishEvent(new RoutingEvent.Waits(contact, held.channel(), at));
            }
            giveBack(contact, Reason.of("handed-over"), at, avoidUntil);
        });
    }

    void leave(ContactId contact, Instant at) {
        if (line.removeWaiting(contact)) {
            events.publishEvent(new RoutingEvent.Left(contact, at));
        }
    }

    Optional<Held> lock(ContactId contact) {
        return line.lock(contact);
    }

    private void putDown(ContactId contact, Held held, String why, Instant at) {
        held.advisor().ifPresent(advisor -> {
            held.assignment().ifPresent(id -> assignments.close(id, why, at));
            desks.touch(advisor, at);
            events.publishEvent(new RoutingEvent.Released(contact, held.channel(), advisor, at));
        });
    }
}

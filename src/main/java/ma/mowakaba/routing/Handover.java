package ma.mowakaba.routing;

import java.time.Instant;
import java.util.UUID;
import ma.mowakaba.kernel.Ids;
import ma.mowakaba.routing.Assignments.Made;
import ma.mowakaba.routing.Desks.Reservation;
import ma.mowakaba.routing.Match.Move.Give;
import ma.mowakaba.staff.StaffId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries one move out, in a transaction of its own, if nothing it was decided on has changed. */
@Component
class Handover {

    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

    private final Line line;
    private final Desks desks;
    private final Assignments assignments;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate own;

    Handover(
            Line line,
            Desks desks,
            Assignments assignments,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.line = line;
        this.desks = desks;
        this.assignments = assignments;
        this.events = events;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @return false when the contact or the advisor is not as the decision saw them, or a listener refused */
    boolean give(Give give, long version, Instant at) {
        return guarded(give, () -> {
            UUID id = Ids.next(at.toEpochMilli());
            InLine contact = give.contact();
            if (!line.assignWaiting(contact.contact(), give.advisor(), id)
                    || !desks.advance(give.advisor(), version, at)) {
                return false;
            }
            assignments.open(new Made(id, contact.contact(), contact.channel(), give.advisor(), give.reason(), at));
            events.publishEvent(
                    new RoutingEvent.Assigned(contact.contact(), contact.channel(), give.advisor(), give.reason(), at));
            return true;
        });
    }

    boolean keep(StaffId advisor, long version, Reservation reservation, Instant at) {
        return Boolean.TRUE.equals(own.execute(status -> desks.reserve(advisor, version, reservation, at)));
    }

    private boolean guarded(Give give, java.util.function.BooleanSupplier work) {
        try {
            return Boolean.TRUE.equals(own.execute(status -> {
                boolean done = work.getAsBoolean();
                if (!done) {
                    status.setRollbackOnly();
                }
                return done;
            }));
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Contact {} could not be given to {}; it stays in the line.",
                    give.contact().contact(),
                    give.advisor(),
                    failure);
            return false;
        }
    }
}

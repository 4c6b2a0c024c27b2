package ma.mowakaba.routing;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import ma.mowakaba.staff.PresenceChanged;
import ma.mowakaba.staff.StaffId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells whoever pauses the members of the exchange's queues who may be rung. One after the other, so that the last word is true. */
@Component
class RingPermissions implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RingPermissions.class);

    private final Router router;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ExecutorService one = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("ring-permissions").factory());

    RingPermissions(Router router, ApplicationEventPublisher events, Clock clock) {
        this.router = router;
        this.events = events;
        this.clock = clock;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void presence(PresenceChanged event) {
        tell(event.advisor());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void assigned(RoutingEvent.Assigned event) {
        tell(event.advisor());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void released(RoutingEvent.Released event) {
        tell(event.advisor());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void telephone(TelephoneChanged event) {
        tell(event.advisor());
    }

    private void tell(StaffId advisor) {
        if (!one.isShutdown()) {
            one.execute(() -> publish(advisor));
        }
    }

    private void publish(StaffId advisor) {
        try {
            events.publishEvent(new RingPermission(advisor, router.mayRing(advisor), clock.instant()));
        } catch (RuntimeException failure) {
            LOG.warn("The ring permission of {} could not be told: {}", advisor, failure.toString());
        }
    }

    @Override
    public void destroy() {
        one.shutdown();
    }
}

package ma.mowakaba.routing;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.PresenceChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * When decisions are taken: after every change that could let somebody be served, and by a tick for what was missed and for ageing.
 * One after the other; changes that come while one is taken are seen by the next. Written contacts are gathered for a moment, since
 * they come in bursts and nobody waits on the line. On a thread of the operating system: people wait for it, whatever else computes.
 */
@Component
class Decisions implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);
    private static final long GATHER_MILLIS = 150;
    /** More than enough to empty the line into all desks; a tick follows anyway. */
    private static final int IN_A_ROW = 20;

    private final Turn turn;
    private final AtomicBoolean soon = new AtomicBoolean();
    private final AtomicBoolean gathering = new AtomicBoolean();
    private final AtomicBoolean ticking = new AtomicBoolean();
    private final ScheduledExecutorService one = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("routing-decisions").factory());

    Decisions(Turn turn) {
        this.turn = turn;
    }

    /** A call is given by the exchange: for it somebody is kept free of what else waits, by the next decision or by the tick. */
    @TransactionalEventListener(fallbackExecution = true)
    void waits(RoutingEvent.Waits event) {
        switch (event.channel()) {
            case CALL -> {}
            case CHAT -> schedule(soon, 0, this::decideIfAsked);
            case MAIL, WEB -> schedule(gathering, GATHER_MILLIS, this::decideIfAsked);
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void released(RoutingEvent.Released event) {
        schedule(soon, 0, this::decideIfAsked);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void presence(PresenceChanged event) {
        if (event.after().state() == Presence.State.AVAILABLE) {
            schedule(soon, 0, this::decideIfAsked);
        }
    }

    /** Only its own thread decides: a scheduled one is virtual, and would keep the turn while requests compute. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void tick() {
        schedule(ticking, 0, () -> decide(false));
    }

    private void schedule(AtomicBoolean asked, long delay, Runnable work) {
        if (!one.isShutdown() && asked.compareAndSet(false, true)) {
            one.schedule(
                    () -> {
                        asked.set(false);
                        work.run();
                    },
                    delay,
                    TimeUnit.MILLISECONDS);
        }
    }

    /** Where only calls wait, or nobody, there is nothing to give. */
    private void decideIfAsked() {
        try {
            if (turn.wanted()) {
                decide(true);
            }
        } catch (RuntimeException away) {
            LOG.warn("Nobody knows whether somebody waits; the next tick looks again: {}", away.toString());
        }
    }

    private void decide(boolean patient) {
        try {
            int given = 1;
            for (int round = 0; given > 0 && round < IN_A_ROW; round++) {
                given = turn.decide(patient);
            }
        } catch (RuntimeException away) {
            LOG.warn("No decision could be taken; the next tick tries again: {}", away.toString());
        }
    }

    @Override
    public void destroy() {
        one.shutdown();
    }
}

package ma.mowakaba.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.calendar.CalendarChanged;
import ma.mowakaba.kernel.Columns;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When a day off is confirmed, moved or added, every due time that runs is counted again: by the node where it was done, at once, and by
 * any node a minute later if that one died. Counting twice changes nothing. The timeline stays as it is: the promise is the same, only
 * the days are others.
 */
@Component
class Recounting {

    private static final Logger LOG = LoggerFactory.getLogger(Recounting.class);

    /** By then every node has read the days off again. */
    private static final Duration KNOWN_EVERYWHERE = Duration.ofMinutes(1);

    private static final int AT_ONCE = 100;

    private final RunningPromises promises;
    private final DueTimes due;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Recounting(
            RunningPromises promises,
            DueTimes due,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.promises = promises;
        this.due = due;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void order(CalendarChanged event) {
        promises.order(event.from(), event.at());
    }

    /** After the calendar itself has forgotten the days as they were. */
    @TransactionalEventListener
    void changed(CalendarChanged event) {
        Thread.ofVirtual().name("due-times").start(() -> recount(clock.instant()));
    }

    @Scheduled(fixedDelayString = "PT20S")
    @SchedulerLock(name = "ticket-due-times")
    void sweep() {
        recount(clock.instant().minus(KNOWN_EVERYWHERE));
    }

    private void recount(Instant orderedUntil) {
        try {
            promises.ordered(orderedUntil).ifPresent(this::recount);
        } catch (RuntimeException e) {
            LOG.warn("due times were not counted again; the sweep tries again: {}", e.toString());
        }
    }

    private void recount(RunningPromises.Recount recount) {
        List<UUID> running =
                promises.dueSince(recount.from().atStartOfDay(due.zone()).toInstant());
        int moved = 0;
        for (int from = 0; from < running.size(); from += AT_ONCE) {
            List<UUID> some = running.subList(from, Math.min(from + AT_ONCE, running.size()));
            moved += Optional.ofNullable(transaction.execute(status -> move(some)))
                    .orElse(0);
        }
        promises.done(recount);
        LOG.info("days off changed from {}: {} of {} running due times moved", recount.from(), moved, running.size());
    }

    private int move(List<UUID> tickets) {
        Instant now = Columns.now(clock);
        int moved = 0;
        for (RunningPromises.Running running : promises.of(tickets)) {
            Instant right = due.promise(running.from(), running.minutes()).due();
            if (!right.equals(running.due()) && promises.move(running, right)) {
                events.publishEvent(new TicketEvent.Changed(new TicketId(running.ticket()), Optional.empty(), now));
                moved++;
            }
        }
        return moved;
    }
}

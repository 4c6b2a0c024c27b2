package ma.mowakaba.ticket;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Empties the outbox: woken by each commit that put something in, and by a tick that finds what was missed or postponed. */
@Component
class OutboxWorker {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);

    private final Outbox outbox;
    private final Post post;
    private final Carriers carriers;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean stopped;

    OutboxWorker(Outbox outbox, Post post, Carriers carriers) {
        this.outbox = outbox;
        this.post = post;
        this.carriers = carriers;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(TicketEvent.MessageAdded added) {
        if (added.direction() == TimelineEntry.Direction.OUT) {
            wake();
        }
    }

    @Scheduled(
            fixedDelayString = "${mowakaba.ticket.outbox.sweep:5s}",
            initialDelayString = "${mowakaba.ticket.outbox.sweep:5s}")
    void wake() {
        if (calls.getAndIncrement() == 0) {
            Thread.ofVirtual().name("outbox").start(this::run);
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }

    /** One runs at a time; whoever calls meanwhile makes him look once more. */
    private void run() {
        int heard;
        do {
            heard = calls.get();
            try {
                while (!stopped && deliverDue()) {
                    LOG.debug("looking for more");
                }
            } catch (RuntimeException e) {
                LOG.warn(
                        "the outbox rests until the next tick: {}", e.getClass().getSimpleName());
            }
        } while (!calls.compareAndSet(heard, 0));
    }

    private boolean deliverDue() {
        List<Outbox.Claim> claims = outbox.claim();
        if (claims.isEmpty()) {
            return false;
        }
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            parcels(claims).forEach(parcel -> hands.execute(() -> deliver(parcel)));
        }
        return true;
    }

    /** One that cannot be read, such as what a newer version wrote, keeps no other from leaving. */
    private List<Post.Parcel> parcels(List<Outbox.Claim> claims) {
        try {
            return post.parcels(claims);
        } catch (DataAccessResourceFailureException | TransientDataAccessException | TransactionException away) {
            throw away;
        } catch (RuntimeException unreadable) {
            if (claims.size() > 1) {
                return claims.stream()
                        .flatMap(claim -> parcels(List.of(claim)).stream())
                        .toList();
            }
            LOG.warn("message {} cannot be read and waits", claims.getFirst().message(), unreadable);
            return List.of();
        }
    }

    private void deliver(Post.Parcel parcel) {
        try {
            settle(parcel.claim(), carriers.carry(post.content(parcel), parcel.channel()));
        } catch (RuntimeException e) {
            LOG.warn("message {} waits for its lease to end", parcel.claim().message(), e);
        }
    }

    /** What the channel knows of the attempt is not lost with what else could not be written: the next one asks for it. */
    private void settle(Outbox.Claim claim, Carriers.Attempt attempt) {
        try {
            outbox.settle(claim, attempt);
        } catch (RuntimeException e) {
            attempt.notes().forEach(Runnable::run);
            throw e;
        }
    }
}

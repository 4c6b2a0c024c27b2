package ma.mowakaba.web.live;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Runs the work of a key at once, then at most once in each rest however often it is asked for; the last asking is never lost. What takes long
 * rests long, so that screens never take the processor from calls.
 */
@Component
final class Coalescer implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Coalescer.class);

    /** Of one processor's time, a key's work takes a quarter at most. */
    private static final int REST_FOR_WORK = 3;

    private static final Duration SHORTEST = Duration.ofMillis(10);

    private final ConcurrentMap<Object, Turn> turns = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("live-", 0).factory());

    void now(Runnable work) {
        threads.execute(work);
    }

    void ask(Object key, Duration rest, Runnable work) {
        ask(key, rest, false, work);
    }

    /** @param hurry ends a rest that goes on, but for the shortest and for what the work itself needs */
    void ask(Object key, Duration rest, boolean hurry, Runnable work) {
        Turn first = new Turn();
        Turn turn = turns.merge(key, first, Turn::askedAgain);
        if (turn == first) {
            threads.execute(() -> run(key, turn, rest, work));
        } else if (hurry) {
            turn.hurried.release();
        }
    }

    private void run(Object key, Turn turn, Duration rest, Runnable work) {
        try {
            long usual = Long.MAX_VALUE;
            int seen;
            do {
                turn.hurried.drainPermits();
                seen = turn.asked;
                long began = System.nanoTime();
                work(key, work);
                long took = System.nanoTime() - began;
                rest(turn, rest.toNanos(), REST_FOR_WORK * Math.min(took, usual));
                usual = took;
            } while (!done(key, seen));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void work(Object key, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("part {} not painted", key, e);
        }
    }

    /** @param forWork nanoseconds, by the shorter of the last two: what held one up is not its own work */
    private static void rest(Turn turn, long wanted, long forWork) throws InterruptedException {
        long least = Math.max(forWork, Math.min(wanted, SHORTEST.toNanos()));
        TimeUnit.NANOSECONDS.sleep(least);
        turn.hurried.tryAcquire(wanted - least, TimeUnit.NANOSECONDS);
    }

    private boolean done(Object key, int seen) {
        return turns.computeIfPresent(key, (k, turn) -> turn.asked == seen ? null : turn) == null;
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    /** Of one key, from its first asking until nothing more was asked in a rest. */
    private static final class Turn {

        private final Semaphore hurried = new Semaphore(0);
        private volatile int asked = 1;

        /** Only within the map's own lock. */
        private Turn askedAgain(Turn again) {
            asked += again.asked;
            return this;
        }
    }
}

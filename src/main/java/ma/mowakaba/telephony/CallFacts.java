package ma.mowakaba.telephony;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Facts on their way from the live link to the desk: bounded, one line for each worker, a call always in the same line. What does not fit is
 * dropped and looked up again; the journal has it all.
 */
@Component
class CallFacts {

    private static final Logger log = LoggerFactory.getLogger(CallFacts.class);
    private static final int AT_ONCE = 100;
    private static final long SETTLE_MILLIS = 300;

    /** Whoever keeps something equal to the exchange looks now what it has. */
    record LookAgain() {}

    private final CallKeeper desk;
    private final ApplicationEventPublisher events;
    private final List<BlockingQueue<CallFact>> lines;
    private final List<Thread> workers = new ArrayList<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("exchange-look").factory());

    CallFacts(CallKeeper desk, ApplicationEventPublisher events, TelephonySettings settings) {
        this.desk = desk;
        this.events = events;
        int workers = settings.exchange().workers();
        this.lines = IntStream.range(0, workers)
                .<BlockingQueue<CallFact>>mapToObj(i ->
                        new ArrayBlockingQueue<>(Math.max(1, settings.exchange().backlog() / workers)))
                .toList();
    }

    void start() {
        for (BlockingQueue<CallFact> line : lines) {
            workers.add(Thread.ofVirtual().name("exchange-facts").start(() -> work(line)));
        }
    }

    void stop() {
        workers.forEach(Thread::interrupt);
        later.shutdownNow();
    }

    /** Never waits. That somebody came into a queue is told before its turn to be stored comes. */
    void offer(CallFact fact) {
        if (fact instanceof CallFact.Queued queued) {
            events.publishEvent(new CallEvent.Entered(new CallId(queued.linkedid()), queued.queue(), queued.at()));
        }
        if (!lines.get(Math.floorMod(fact.linkedid().hashCode(), lines.size())).offer(fact)) {
            log.error("More events than we can take: some are dropped, the journal will tell");
            lookAgain();
        }
    }

    /** Never waits; one after the other, so that the last word is true. */
    void heard(DeviceState state) {
        if (!later.isShutdown()) {
            later.execute(() -> events.publishEvent(state));
        }
    }

    /** Soon, and once however often it is asked for meanwhile. */
    void lookAgain() {
        if (looking.compareAndSet(false, true)) {
            later.schedule(
                    () -> {
                        looking.set(false);
                        events.publishEvent(new LookAgain());
                    },
                    SETTLE_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    private void work(BlockingQueue<CallFact> line) {
        List<CallFact> batch = new ArrayList<>();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                gather(line, batch);
            } catch (InterruptedException e) {
                return;
            }
            byCall(batch).forEach(this::take);
            batch.clear();
        }
    }

    /** All that is there, and what comes while that may wait: what is told within a moment is stored at once. */
    private static void gather(BlockingQueue<CallFact> line, List<CallFact> batch) throws InterruptedException {
        batch.add(line.take());
        line.drainTo(batch, AT_ONCE);
        long began = System.nanoTime();
        while (batch.size() < AT_ONCE) {
            long left = began + TimeUnit.MILLISECONDS.toNanos(patience(batch)) - System.nanoTime();
            @Nullable CallFact next = line.poll(left, TimeUnit.NANOSECONDS);
            if (next == null) {
                return;
            }
            batch.add(next);
            line.drainTo(batch, AT_ONCE);
        }
    }

    /** @return milliseconds that all of them may wait */
    static long patience(List<CallFact> batch) {
        return batch.stream().mapToLong(CallFacts::patience).min().orElse(0);
    }

    /**
     * The end of a call comes in three facts, the last of which is waited for; a telephone rings as soon as somebody is in the queue, who is seen
     * there already.
     */
    private static long patience(CallFact fact) {
        return switch (fact) {
            case CallFact.LegEnded ended -> 40;
            case CallFact.Summed summed -> 40;
            case CallFact.Queued queued -> 20;
            default -> 0;
        };
    }

    private static Map<String, List<CallFact>> byCall(List<CallFact> batch) {
        Map<String, List<CallFact>> calls = new LinkedHashMap<>();
        batch.forEach(fact ->
                calls.computeIfAbsent(fact.linkedid(), id -> new ArrayList<>()).add(fact));
        return calls;
    }

    private void take(String linkedid, List<CallFact> facts) {
        facts.stream().filter(CallFact.Hold.class::isInstance).forEach(events::publishEvent);
        try {
            desk.take(linkedid, facts);
        } catch (DataAccessException | TransactionException e) {
            log.warn("Call {} waits for the journal: {}", linkedid, e.toString());
        } catch (RuntimeException e) {
            log.error("Call {} could not be followed live; the journal will tell", linkedid, e);
        }
    }
}

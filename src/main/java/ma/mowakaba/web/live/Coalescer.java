package ma.mowakaba.web.live;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
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

    private final Map<Object, Integer> asked = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("live-", 0).factory());

    void now(Runnable work) {
        threads.execute(work);
    }

    void ask(Object key, Duration rest, Runnable work) {
        if (asked.merge(key, 1, Integer::sum) == 1) {
            threads.execute(() -> run(key, rest, work));
        }
    }

    private void run(Object key, Duration rest, Runnable work) {
        Integer seen;
        do {
            seen = asked.get(key);
            long began = System.nanoTime();
            try {
                work.run();
            } catch (RuntimeException e) {
                log.warn("part {} not painted", key, e);
            }
            LockSupport.parkNanos(Math.max(rest.toNanos(), REST_FOR_WORK * (System.nanoTime() - began)));
        } while (!asked.remove(key, seen) && !Thread.currentThread().isInterrupted());
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}

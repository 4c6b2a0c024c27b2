package ma.mowakaba.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What screens show is painted again")
class CoalescerTest {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration NO_TIME = Duration.ofMillis(1);

    private final Coalescer coalescer = new Coalescer();
    private final AtomicInteger painted = new AtomicInteger();

    @AfterEach
    void end() {
        coalescer.destroy();
    }

    @Test
    @DisplayName("at once when it rested long enough, and once for all that is asked while it rests")
    void gathers() {
        coalescer.ask("calls", A_DAY, painted::incrementAndGet);
        await().until(() -> painted.get() == 1);

        for (int i = 0; i < 20; i++) {
            coalescer.ask("calls", A_DAY, painted::incrementAndGet);
        }
        coalescer.ask("calls", A_DAY, true, painted::incrementAndGet);

        await().until(() -> painted.get() == 2);
    }

    @Test
    @DisplayName("after what was asked in a hurry while it was being painted")
    void hurriedMeanwhile() {
        CountDownLatch painting = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Runnable paint = () -> {
            painting.countDown();
            waitFor(asked);
            painted.incrementAndGet();
        };
        coalescer.ask("calls", A_DAY, paint);
        waitFor(painting);

        coalescer.ask("calls", A_DAY, true, paint);
        asked.countDown();

        await().until(() -> painted.get() == 2);
    }

    @Test
    @DisplayName("although the last painting failed")
    void afterFailure() {
        coalescer.ask("calls", NO_TIME, () -> {
            painted.incrementAndGet();
            throw new IllegalStateException("the database is away");
        });
        await().until(() -> painted.get() == 1);

        await().untilAsserted(() -> {
            coalescer.ask("calls", NO_TIME, painted::incrementAndGet);
            assertThat(painted).hasValueGreaterThan(1);
        });
    }

    @Test
    @DisplayName("for the last that was asked, however many ask at once")
    void neverLost() {
        AtomicInteger said = new AtomicInteger();
        AtomicInteger shown = new AtomicInteger();
        for (int i = 0; i < 10_000; i++) {
            said.incrementAndGet();
            coalescer.ask("calls", NO_TIME, i % 7 == 0, () -> shown.set(said.get()));
        }

        await().untilAsserted(() -> assertThat(shown).hasValue(said.get()));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

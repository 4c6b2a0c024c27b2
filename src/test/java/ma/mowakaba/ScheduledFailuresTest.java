package ma.mowakaba;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.CannotCreateTransactionException;

@ExtendWith(OutputCaptureExtension.class)
class ScheduledFailuresTest {

    private final HandMovedClock clock = new HandMovedClock(Instant.parse("2026-11-28T10:00:00Z"));
    private final ScheduledFailures failures = new ScheduledFailures(clock);

    @Test
    void thatTheDatabaseIsAwayIsToldOnceAMinute(CapturedOutput log) {
        for (int second = 0; second < 90; second++) {
            failures.handleError(
                    new CannotCreateTransactionException("none", new SQLTransientConnectionException("no connection")));
            failures.handleError(new IllegalStateException(new SQLNonTransientConnectionException("reset", "08000")));
            clock.move(Duration.ofSeconds(1));
        }

        assertThat(log.getAll().lines().filter(line -> line.contains("the database is away")))
                .hasSize(2)
                .last()
                .asString()
                .contains("failed 120 times");
        assertThat(log).doesNotContain("no connection");
    }

    @Test
    void anyOtherFailureIsToldWholeEachTime(CapturedOutput log) {
        failures.handleError(new IllegalStateException("of its own"));
        failures.handleError(new IllegalStateException("of its own"));

        assertThat(log.getAll().lines().filter(line -> line.contains("IllegalStateException: of its own")))
                .hasSize(2);
    }
}

package ma.mowakaba;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import ma.mowakaba.kernel.Causes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ErrorHandler;

/** What scheduled work fails with. That the database is away is told once a minute, since nearly all of it fails then; anything else whole. */
final class ScheduledFailures implements ErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(ScheduledFailures.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Clock clock;
    private Instant quietUntil = Instant.MIN;
    private int failed;

    ScheduledFailures(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void handleError(Throwable e) {
        if (!away(e)) {
            log.error("scheduled work failed", e);
            return;
        }
        failed++;
        Instant now = clock.instant();
        if (!now.isBefore(quietUntil)) {
            log.warn("the database is away: scheduled work failed {} times and is tried again", failed);
            quietUntil = now.plus(PAUSE);
            failed = 0;
        }
    }

    private static boolean away(Throwable e) {
        return Causes.of(e)
                .anyMatch(cause -> cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLRecoverableException
                        || cause instanceof SQLException sql
                                && String.valueOf(sql.getSQLState()).startsWith("08"));
    }
}

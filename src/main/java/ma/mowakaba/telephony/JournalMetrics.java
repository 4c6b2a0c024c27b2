package ma.mowakaba.telephony;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** How far behind the journal is told, and how many of its lines were no records. */
@Component
class JournalMetrics {

    JournalMetrics(MeterRegistry meters, JournalStore store, Clock clock) {
        Gauge.builder("mowakaba.telephony.journal.lag", store, it -> lag(it, clock))
                .baseUnit("seconds")
                .description("Age of the oldest record that was not told")
                .register(meters);
        Gauge.builder("mowakaba.telephony.journal.unreadable", store, JournalMetrics::unreadable)
                .description("Lines that were no records")
                .register(meters);
    }

    private static double lag(JournalStore store, Clock clock) {
        try {
            return store.oldestWaiting()
                    .map(at -> Duration.between(at, clock.instant()).toMillis() / 1000.0)
                    .orElse(0.0);
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }

    private static double unreadable(JournalStore store) {
        try {
            return store.unreadable();
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }
}

package ma.mowakaba.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the desk what the journal says. A call is told whole each time, in the order of its times, so that lines that came late or twice change
 * nothing; a call that cannot be told holds up no other.
 */
@Component
class JournalTeller {

    private static final Logger log = LoggerFactory.getLogger(JournalTeller.class);
    private static final int AT_ONCE = 200;

    /** While the exchanges tell of calls themselves, the journal need not tell them with each line. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final JournalStore store;
    private final CallKeeper desk;
    private final Exchanges exchanges;
    private final Clock clock;
    private final Timer told;

    JournalTeller(JournalStore store, CallKeeper desk, Exchanges exchanges, MeterRegistry meters, Clock clock) {
        this.store = store;
        this.desk = desk;
        this.exchanges = exchanges;
        this.clock = clock;
        this.told = Timer.builder("mowakaba.telephony.journal.told")
                .description("From the newest record of a call until the call is told")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    /** @return whether some of it is left for later */
    boolean tell() {
        Instant now = clock.instant();
        Instant before = exchanges.state().connected() ? now.minus(PATIENCE) : now;
        int many;
        do {
            List<String> calls = store.waiting(before, AT_ONCE);
            many = calls.size();
            if (many > 0) {
                tell(calls);
            }
        } while (many == AT_ONCE);
        return store.anyWaiting();
    }

    private void tell(List<String> calls) {
        Map<String, List<JournalStore.Kept>> records = store.of(calls);
        Map<Boolean, List<String>> done = calls.stream()
                .collect(Collectors.partitioningBy(call -> tell(call, records.getOrDefault(call, List.of()))));
        done.forEach((well, those) -> store.told(
                those.stream()
                        .flatMap(call -> records.getOrDefault(call, List.of()).stream())
                        .filter(record -> !record.told())
                        .map(JournalStore.Kept::id)
                        .toList(),
                well));
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    @SchedulerLock(name = "telephony-journal-again")
    void tryAgain() {
        store.again();
        tell();
    }

    /** Told again after a node was killed in between, a call stays the same. @return whether it could be told */
    private boolean tell(String linkedid, List<JournalStore.Kept> records) {
        try {
            desk.take(
                    linkedid,
                    records.stream()
                            .map(record -> JournalReading.fact(record.line()))
                            .flatMap(Optional::stream)
                            .toList());
            told.record(Duration.between(records.getLast().line().at(), clock.instant()));
            return true;
        } catch (RuntimeException e) {
            log.error("Call {} could not be told from the journal; it is tried again", linkedid, e);
            return false;
        }
    }
}

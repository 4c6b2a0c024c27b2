package ma.mowakaba.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

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
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Timer told;

    JournalTeller(
            JournalStore store,
            CallKeeper desk,
            Exchanges exchanges,
            TransactionTemplate transaction,
            MeterRegistry meters,
            Clock clock) {
        this.store = store;
        this.desk = desk;
        this.exchanges = exchanges;
        this.transaction = transaction;
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
        List<String> calls;
        do {
            calls = store.waiting(before, AT_ONCE);
            List<JournalStore.Told> done = calls.stream().map(this::tell).toList();
            transaction.executeWithoutResult(status -> store.told(done));
        } while (calls.size() == AT_ONCE);
        return store.anyWaiting();
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    @SchedulerLock(name = "telephony-journal-again")
    void tryAgain() {
        store.again();
        tell();
    }

    /** Told again after a node was killed in between, a call stays the same. */
    private JournalStore.Told tell(String linkedid) {
        long upTo = store.last(linkedid).orElse(0L);
        try {
            List<JournalLine> lines = store.of(linkedid);
            List<CallFact> facts = lines.stream()
                    .map(JournalReading::fact)
                    .flatMap(Optional::stream)
                    .toList();
            desk.take(linkedid, facts);
            told.record(Duration.between(lines.getLast().at(), clock.instant()));
            return new JournalStore.Told(linkedid, upTo, true);
        } catch (RuntimeException e) {
            log.error("Call {} could not be told from the journal; it is tried again", linkedid, e);
            return new JournalStore.Told(linkedid, upTo, false);
        }
    }
}

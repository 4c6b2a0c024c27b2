package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is stored together. */
class CallFactsTest {

    private static final Instant AT = Instant.parse("2026-11-23T18:00:00Z");

    private final BlockingQueue<List<CallFact>> stored = new LinkedBlockingQueue<>();
    private final List<Object> told = new ArrayList<>();
    private final CallFacts facts = new CallFacts((linkedid, some) -> stored.add(some), told::add, settings());

    @BeforeEach
    void begin() {
        facts.start();
    }

    @AfterEach
    void end() {
        facts.stop();
    }

    @Test
    void theEndOfACallIsWaitedForUntilItsLastFactAndAPersonInTheQueueUntilATelephoneRings() {
        CallFact ended = new CallFact.LegEnded("mw1-1.0", "mw1-1.1", AT);
        CallFact queued = new CallFact.Queued("mw1-1.0", "general-fr", AT);
        CallFact rang = new CallFact.Rang("mw1-1.0", new CallFact.Party("mw1-1.1", "PJSIP/1001-00000001"), AT);
        assertThat(CallFacts.patience(List.of(summed()))).isEqualTo(40);
        assertThat(CallFacts.patience(List.of(summed(), ended))).isEqualTo(40);
        assertThat(CallFacts.patience(List.of(summed(), ended, new CallFact.Over("mw1-1.0", AT))))
                .isZero();
        assertThat(CallFacts.patience(List.of(ended, queued))).isEqualTo(20);
        assertThat(CallFacts.patience(List.of(queued, rang))).isZero();
    }

    @Test
    void whoCameIntoAQueueIsToldOfBeforeAnythingIsStored() throws InterruptedException {
        facts.offer(new CallFact.Queued("mw1-1.0", "general-fr", AT));
        assertThat(told).containsExactly(new CallEvent.Entered(new CallId("mw1-1.0"), "general-fr", AT));
        assertThat(stored.poll(10, TimeUnit.SECONDS)).hasSize(1);
    }

    @Test
    void anEndThatIsNotToldWholeIsStoredAllTheSame() throws InterruptedException {
        facts.offer(summed());
        assertThat(stored.poll(10, TimeUnit.SECONDS)).hasSize(1);
    }

    private static CallFact summed() {
        return new CallFact.Summed(
                "mw1-1.0",
                new CallFact.Summary("fr", "general-fr", "CONTINUE", false, Optional.empty(), Optional.empty(), ""),
                AT);
    }

    private static TelephonySettings settings() {
        return new TelephonySettings(
                CallFixtures.link("mw1", "", 0),
                new TelephonySettings.Journal("", ""),
                List.of(),
                "",
                "carrier",
                List.of(),
                Duration.ofMinutes(3),
                Duration.ofDays(14),
                new TelephonySettings.Line(Map.of(), Duration.ZERO));
    }
}

package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import ma.mowakaba.CenterTest;
import ma.mowakaba.HandMovedClock;
import ma.mowakaba.demo.exchange.CallScript;
import ma.mowakaba.demo.exchange.ExchangeSetup;
import ma.mowakaba.demo.exchange.ExchangeSimulator;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Exchanges of which something stops being heard, on a clock that moves when it is told to. */
@CenterTest
class SilentExchangeCenterTest {

    @TempDir
    Path folder;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private JdbcTemplate batches;

    private final String name = "q" + UUID.randomUUID().toString().substring(0, 8);
    private final HandMovedClock clock = new HandMovedClock(Instant.parse("2026-11-23T10:00:00Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<CallFact> facts = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void aLinkThatIsDownIsSilenceUnlessTheJournalGoesOn() {
        ExchangeSimulator exchange = exchange();
        Exchanges exchanges = exchanges(exchange.port());
        ExchangeWatch watch = watch(exchanges);
        soon().until(() -> exchanges.state().connected());
        exchange.cut();
        soon().until(() -> !exchanges.state().connected());
        clock.move(Duration.ofSeconds(179));
        assertThat(seen(watch)).isEmpty();
        clock.move(Duration.ofSeconds(1));
        assertThat(seen(watch))
                .containsExactly(
                        new Switchboard.Silence(name, false, clock.instant().minusSeconds(180)));
        assertThat(silentSeconds()).isEqualTo(180);

        journal();
        assertThat(seen(watch)).isEmpty();
        assertThat(silentSeconds()).isZero();
        clock.move(Duration.ofMinutes(3));
        assertThat(seen(watch)).hasSize(1);
    }

    @Test
    void aJournalThatDoesNotHaveWhatTheLinkTellsIsSilent() {
        ExchangeSimulator exchange = exchange();
        ExchangeWatch watch = watch(exchanges(exchange.port()));
        journal();
        clock.move(Duration.ofMinutes(10));
        heartbeat();
        Instant called = clock.instant();
        ring(exchange);
        assertThat(seen(watch)).isEmpty();
        clock.move(Duration.ofMinutes(3));
        heartbeat();
        assertThat(seen(watch)).containsExactly(new Switchboard.Silence(name, true, called));
        journal();
        assertThat(seen(watch)).isEmpty();
    }

    @Test
    void peopleWhoTalkForAnHourAreNotSilence() {
        ExchangeSimulator exchange = exchange();
        ExchangeWatch watch = watch(exchanges(exchange.port()));
        ring(exchange);
        clock.move(Duration.ofMillis(300));
        journal();
        assertThat(seen(watch)).isEmpty();
        clock.move(Duration.ofHours(1));
        heartbeat();
        assertThat(seen(watch)).isEmpty();
    }

    @Test
    void anExchangeThatShipsItsJournalAndDoesNotSpeakUpIsSilent() {
        ExchangeWatch watch = watch(exchanges(0));
        assertThat(seen(watch)).isEmpty();
        journal();
        Instant last = clock.instant();
        clock.move(Duration.ofMinutes(2));
        assertThat(seen(watch)).isEmpty();
        clock.move(Duration.ofMinutes(2));
        assertThat(seen(watch)).containsExactly(new Switchboard.Silence(name, false, last));
        heartbeat();
        assertThat(seen(watch)).isEmpty();
    }

    private List<Switchboard.Silence> seen(ExchangeWatch watch) {
        watch.look();
        return watch.silent().stream()
                .filter(silence -> silence.exchange().equals(name))
                .toList();
    }

    private double silentSeconds() {
        return meters.get("mowakaba.telephony.silent")
                .tag("exchange", name)
                .gauge()
                .value();
    }

    private void ring(ExchangeSimulator exchange) {
        facts.clear();
        soon().until(() -> {
            exchange.call(CallScript.from("0661220077")
                    .lasting(Duration.ofHours(1), Duration.ZERO, Duration.ZERO, Duration.ZERO));
            Awaitility.await().pollDelay(Duration.ofMillis(200)).until(() -> true);
            return !facts.isEmpty();
        });
    }

    private void journal() {
        String line = JournalLines.line(
                name + "-1.1", "HANGUP", 11, name + "-1.1", "PJSIP/carrier-00000001", "mw-queue", "", "");
        piece((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void heartbeat() {
        piece(new byte[0]);
    }

    private void piece(byte[] bytes) {
        JournalStore store = new JournalStore(sql, batches, clock);
        JournalFeed feed = JournalFeed.shipped(name, JournalLine.Source.CEL);
        JournalFile.Position here = store.position(feed.file());
        JournalFile.Position from = here.inode() == 0 ? new JournalFile.Position(7, 0) : here;
        new JournalIntake(store, settings(0)).take(feed, JournalFile.Piece.cut(bytes, from));
    }

    private ExchangeSimulator exchange() {
        ExchangeSimulator exchange = ExchangeSimulator.start(
                new ExchangeSetup(name, 0, "mowakaba", "s3cret", "", 100, folder, Clock.systemUTC()));
        open.add(exchange);
        return exchange;
    }

    private Exchanges exchanges(int port) {
        TelephonySettings settings = settings(port);
        CallFacts handOver = new CallFacts((linkedid, some) -> facts.addAll(some), event -> {}, settings);
        Exchanges exchanges = new Exchanges(
                settings, new AmiTranslator(clock), handOver, CallFixtures.gateways(meters, clock), clock);
        open.add(exchanges::stop);
        exchanges.start();
        return exchanges;
    }

    private ExchangeWatch watch(Exchanges exchanges) {
        return new ExchangeWatch(exchanges, new JournalStore(sql, batches, clock), settings(0), meters, clock);
    }

    private TelephonySettings settings(int port) {
        return new TelephonySettings(
                CallFixtures.link(name, "", port),
                new TelephonySettings.Journal("", ""),
                List.of(),
                "",
                "carrier",
                List.of(),
                Duration.ofMinutes(3),
                Duration.ofDays(14),
                new TelephonySettings.Line(Map.of(), Duration.ZERO));
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(20));
    }
}

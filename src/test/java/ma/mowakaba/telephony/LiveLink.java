package ma.mowakaba.telephony;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The gateway alone, without database: what it hears is kept in a list. */
final class LiveLink implements AutoCloseable {

    final List<CallFact> facts = new CopyOnWriteArrayList<>();
    final AtomicInteger looks = new AtomicInteger();
    final AmiGateway gateway;
    final AmiActions actions;

    LiveLink(int port, String secret) {
        TelephonySettings settings = new TelephonySettings(
                new TelephonySettings.Exchange(
                        "mw1",
                        "127.0.0.1",
                        port,
                        "mowakaba",
                        secret,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2),
                        1000,
                        2),
                new TelephonySettings.Journal("", ""),
                "route",
                "carrier",
                List.of("+212"),
                Duration.ofDays(14),
                new TelephonySettings.Line(Map.of(), Duration.ZERO));
        CallFacts handOver =
                new CallFacts((linkedid, some) -> facts.addAll(some), event -> looks.incrementAndGet(), settings);
        gateway = new AmiGateway(
                settings, new AmiTranslator(Clock.systemUTC()), handOver, new SimpleMeterRegistry(), Clock.systemUTC());
        actions = new AmiActions(gateway);
        gateway.start();
    }

    @Override
    public void close() {
        gateway.stop();
    }
}

package ma.mowakaba.telephony;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;

/** The gateway alone, without database: what it hears is kept in a list. */
final class LiveLink implements AutoCloseable {

    final List<CallFact> facts = new CopyOnWriteArrayList<>();
    final AtomicInteger looks = new AtomicInteger();
    final AmiGateway gateway;
    final AmiActions actions;
    private final CallFacts handOver;

    LiveLink(int port, String secret) {
        this(port, secret, "", new DefaultSslBundleRegistry());
    }

    LiveLink(int port, String secret, String bundle, SslBundles bundles) {
        TelephonySettings settings = new TelephonySettings(
                new TelephonySettings.Exchange(
                        "mw1",
                        "",
                        "127.0.0.1",
                        port,
                        "mowakaba",
                        secret,
                        bundle,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2),
                        1000,
                        2),
                new TelephonySettings.Journal("", ""),
                List.of(),
                "route",
                "carrier",
                List.of("+212"),
                Duration.ofMinutes(3),
                Duration.ofDays(14),
                new TelephonySettings.Line(Map.of(), Duration.ZERO));
        handOver = new CallFacts((linkedid, some) -> facts.addAll(some), this::told, settings);
        AmiFacts own = new AmiFacts(
                new AmiTranslator(Clock.systemUTC()), handOver, linkedid -> true, extension -> true, Clock.systemUTC());
        gateway = new AmiGateways(bundles, new SimpleMeterRegistry(), Clock.systemUTC()).to(settings.exchange(), own);
        actions = new AmiActions(gateway);
        handOver.start();
        gateway.start();
    }

    private void told(Object event) {
        if (event instanceof CallFacts.LookAgain) {
            looks.incrementAndGet();
        }
    }

    @Override
    public void close() {
        gateway.stop();
        handOver.stop();
    }
}

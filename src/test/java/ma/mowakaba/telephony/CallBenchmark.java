package ma.mowakaba.telephony;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import ma.mowakaba.Mowakaba;
import ma.mowakaba.demo.exchange.CallScript;
import ma.mowakaba.demo.exchange.CallScript.Behaviour;
import ma.mowakaba.demo.exchange.ExchangeSimulator;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalApplicationListener;

/**
 * How long it takes from the exchange's QueueCallerJoin until the call, its contact, case and place in the line are committed and the screens
 * are told: p50 and p99 at a steady rate.
 *
 * <p>Usage: {@code CallBenchmark [calls a second] [seconds]}, by default 10 and 60.
 */
public final class CallBenchmark {

    private static final int WARM_UP_SECONDS = 10;

    private final Map<String, Long> joined = new ConcurrentHashMap<>();
    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());

    private CallBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException {
        int rate = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        SpringApplication center = new SpringApplication(Mowakaba.class);
        center.setAdditionalProfiles("demo");
        try (ConfigurableApplicationContext context = center.run(
                "--server.port=0",
                "--mowakaba.demo.player=false",
                "--mowakaba.demo.welcome=false",
                "--mowakaba.demo.database.home=target/benchmark/mariadb",
                "--mowakaba.demo.database.fresh=true",
                "--mowakaba.demo.home=target/benchmark",
                "--mowakaba.demo.exchange.pace=5")) {
            new CallBenchmark().run(context, rate, seconds);
        }
        System.exit(0);
    }

    private void run(ConfigurableApplicationContext context, int rate, int seconds) throws InterruptedException {
        ExchangeSimulator exchange = context.getBean(ExchangeSimulator.class);
        exchange.listen(event -> {
            if (event.get("Event").equals("QueueCallerJoin")) {
                joined.put(event.get("Linkedid"), System.nanoTime());
            }
        });
        context.addApplicationListener(
                TransactionalApplicationListener.<CallEvent>forPayload(TransactionPhase.AFTER_COMMIT, this::told));
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        clock.scheduleAtFixedRate(() -> call(exchange), 1_000, 1_000 / rate, TimeUnit.MILLISECONDS);
        TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
        millis.clear();
        TimeUnit.SECONDS.sleep(seconds);
        clock.shutdownNow();
        report(rate, seconds);
    }

    private static void call(ExchangeSimulator exchange) {
        exchange.call(CallScript.from(CallFixtures.mobile())
                .speaking("fr")
                .about("funding")
                .behaving(Behaviour.ABANDONED)
                .lasting(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(25), Duration.ofSeconds(10)));
    }

    private void told(CallEvent event) {
        Long since =
                event instanceof CallEvent.Queued ? joined.remove(event.call().linkedid()) : null;
        if (since != null) {
            millis.add((System.nanoTime() - since) / 1e6);
        }
    }

    private void report(int rate, int seconds) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "QueueCallerJoin to committed and told, %d calls/s for %d s: %d calls, p50 %.1f ms, p95 %.1f ms, p99"
                        + " %.1f ms, max %.1f ms%n",
                rate,
                seconds,
                sorted.size(),
                at(sorted, 0.50),
                at(sorted, 0.95),
                at(sorted, 0.99),
                at(sorted, 1.0));
    }

    /** Nearest rank. */
    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}

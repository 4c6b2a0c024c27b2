package ma.mowakaba.telephony;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
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
import java.util.regex.Pattern;
import ma.mowakaba.Fresh;
import ma.mowakaba.demo.DemonstrationCenter;
import ma.mowakaba.demo.exchange.AmiMessage;
import ma.mowakaba.demo.exchange.CallScript;
import ma.mowakaba.demo.exchange.CallScript.Behaviour;
import ma.mowakaba.demo.exchange.ExchangeSimulator;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.web.live.LiveScreen;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalApplicationListener;

/**
 * How long it takes from the exchange's QueueCallerJoin until the call, its contact, case and place in the line are committed and the
 * screens are told; and until the painted list of calls that shows it waiting is at a supervisor's socket. Every call has a number of its
 * own, by which it is found in the painting.
 *
 * <p>Usage: {@code CallBenchmark [calls a second] [seconds] [chromium]}, by default 10 and 60. With {@code chromium} the wallboard is open
 * in a browser too, which notes when it shows the call.
 */
public final class CallBenchmark {

    private static final int WARM_UP_SECONDS = 20;
    private static final Pattern WAITING =
            Pattern.compile("class=\"number\">([^<]+)</bdi>(?:(?!</li>).)*badge--queued", Pattern.DOTALL);
    private static final String WATCH = """
        () => {
            window.shown = {};
            new MutationObserver(() => {
                const now = Date.now();
                for (const badge of document.querySelectorAll('[data-part=calls] .badge--queued')) {
                    window.shown[badge.closest('li').querySelector('.number').textContent] ??= now;
                }
            }).observe(document.body, { childList: true, subtree: true });
        }
        """;

    /** Nanoseconds by linked id; nanoseconds and milliseconds of the day by number. */
    private final Map<String, Long> joined = new ConcurrentHashMap<>();

    private final Map<String, Long> waiting = new ConcurrentHashMap<>();
    private final Map<String, Long> wall = new ConcurrentHashMap<>();
    private final List<Double> committed = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> painted = Collections.synchronizedList(new ArrayList<>());

    private CallBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int rate = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        boolean browser = arguments.length > 2;
        try (ConfigurableApplicationContext context = center()) {
            new CallBenchmark().run(context, rate, seconds, browser);
        }
        System.exit(0);
    }

    /** @return the demonstration with an empty database, in which nobody calls by himself */
    static ConfigurableApplicationContext center() {
        return DemonstrationCenter.quiet(
                "--mowakaba.demo.database.fresh=true",
                "--mowakaba.demo.home=target/benchmark",
                "--mowakaba.demo.exchange.pace=5");
    }

    private void run(ConfigurableApplicationContext context, int rate, int seconds, boolean browser) throws Exception {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        ExchangeSimulator exchange = context.getBean(ExchangeSimulator.class);
        exchange.listen(this::heard);
        context.addApplicationListener(
                TransactionalApplicationListener.<Object>forPayload(TransactionPhase.AFTER_COMMIT, this::told));
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (LiveScreen screen = LiveScreen.signedIn(port, "supervisor", "supervisor-demo")) {
            screen.onFrame(this::shown).connect("/wallboard").watch("/topic/supervisor/fr/calls");
            clock.scheduleAtFixedRate(() -> call(exchange), 1_000, 1_000 / rate, TimeUnit.MILLISECONDS);
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            forget();
            if (browser) {
                withChromium(port, rate, seconds);
            } else {
                TimeUnit.SECONDS.sleep(seconds);
            }
            clock.shutdownNow();
            report("committed and told", committed, rate, seconds);
            report("painted and at the socket", painted, rate, seconds);
        }
    }

    /** What came while something was starting does not count. */
    private void forget() {
        committed.clear();
        painted.clear();
        wall.clear();
    }

    private void withChromium(int port, int rate, int seconds) throws InterruptedException {
        try (Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            Page page = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")))
                    .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setLocale("fr"))
                    .newPage();
            page.navigate("http://localhost:" + port + "/sign-in");
            page.fill("#username", "supervisor");
            page.fill("#password", "supervisor-demo");
            page.click("main form button");
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate("http://localhost:" + port + "/wallboard");
            page.waitForSelector("[data-part=calls] li");
            TimeUnit.SECONDS.sleep(5);
            forget();
            page.evaluate(WATCH);
            TimeUnit.SECONDS.sleep(seconds);
            List<Double> seen = new ArrayList<>();
            ((Map<?, ?>) page.evaluate("() => window.shown")).forEach((number, at) -> {
                Long since = wall.get(String.valueOf(number).strip());
                if (since != null) {
                    seen.add(((Number) at).doubleValue() - since);
                }
            });
            report("in the page of a browser", seen, rate, seconds);
        }
    }

    private static void call(ExchangeSimulator exchange) {
        exchange.call(CallScript.from(Fresh.mobile())
                .speaking("fr")
                .about("funding")
                .behaving(Behaviour.ABANDONED)
                .lasting(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(25), Duration.ofSeconds(10)));
    }

    private void heard(AmiMessage event) {
        if (event.get("Event").equals("QueueCallerJoin")) {
            String number = PhoneNumber.parse(event.get("CallerIDNum"))
                    .map(PhoneNumber::national)
                    .orElse("");
            wall.put(number, System.currentTimeMillis());
            long now = System.nanoTime();
            waiting.put(number, now);
            joined.put(event.get("Linkedid"), now);
        }
    }

    private void told(Object event) {
        if (event instanceof CallEvent.Queued queued) {
            take(joined.remove(queued.call().linkedid()), committed);
        }
    }

    private void shown(LiveScreen.Frame frame) {
        if (frame.part().equals("calls")) {
            WAITING.matcher(frame.body().path("html").asString(""))
                    .results()
                    .forEach(call -> take(waiting.remove(call.group(1).strip()), painted));
        }
    }

    private static void take(Long since, List<Double> millis) {
        if (since != null) {
            millis.add((System.nanoTime() - since) / 1e6);
        }
    }

    private static void report(String until, List<Double> millis, int rate, int seconds) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "QueueCallerJoin to %s, %d calls/s for %d s: %d calls, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f"
                        + " ms%n",
                until,
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

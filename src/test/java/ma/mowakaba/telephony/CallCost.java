package ma.mowakaba.telephony;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import ma.mowakaba.Fresh;
import ma.mowakaba.StatementLog;
import ma.mowakaba.demo.database.EmbeddedMariaDb;
import ma.mowakaba.demo.exchange.CallScript;
import ma.mowakaba.demo.exchange.CallScript.Behaviour;
import ma.mowakaba.demo.exchange.ExchangeSimulator;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.routing.Domains;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.web.live.LiveScreen;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an answered call costs the database and this process (center, exchange simulator and mail server), while a supervisor watches the
 * calls: statements of each kind as the database counts them, less what it counts while nobody calls; and processor time. An advisor
 * becomes available again after each call.
 *
 * <p>Usage: {@code CallCost [calls a second] [seconds] [statements]}, by default 10 and 30; with the third each statement is named.
 */
public final class CallCost {

    private static final int ADVISORS = 60;
    private static final int QUIET_SECONDS = 10;
    private static final List<String> COUNTED = List.of(
            "Questions",
            "Com_select",
            "Com_insert",
            "Com_update",
            "Com_delete",
            "Com_insert_select",
            "Com_stmt_prepare",
            "Com_commit",
            "Com_rollback",
            "Com_set_option",
            "Handler_commit");

    private final ConfigurableApplicationContext context;
    private final JdbcClient sql;
    private final AtomicInteger calls = new AtomicInteger();

    private CallCost(ConfigurableApplicationContext context) {
        this.context = context;
        this.sql = context.getBean(JdbcClient.class);
    }

    public static void main(String[] arguments) throws Exception {
        int rate = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        try (ConfigurableApplicationContext context = CallBenchmark.center()) {
            new CallCost(context).run(rate, seconds, arguments.length > 2);
        }
        System.exit(0);
    }

    private void run(int rate, int seconds, boolean statements) throws Exception {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        CallFixtures fixtures = new CallFixtures(
                context.getBean(Accounts.class), context.getBean(PresenceBoard.class), context.getBean(Domains.class));
        DomainCode domain = fixtures.domain();
        fixtures.present(domain, ADVISORS);
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
        try (LiveScreen screen = LiveScreen.signedIn(port, "supervisor", "supervisor-demo")) {
            screen.onFrame(frame -> screen.frames.clear()).connect("/wallboard").watch("/topic/supervisor/fr/calls");
            TimeUnit.SECONDS.sleep(10);
            Map<String, Double> quiet = over(QUIET_SECONDS);
            clock.scheduleAtFixedRate(() -> call(domain), 0, 1_000_000 / rate, TimeUnit.MICROSECONDS);
            clock.scheduleWithFixedDelay(this::finishWrapUp, 1, 1, TimeUnit.SECONDS);
            TimeUnit.SECONDS.sleep(30);
            calls.set(0);
            if (statements) {
                try (StatementLog log = StatementLog.ofAll()) {
                    TimeUnit.SECONDS.sleep(seconds);
                    System.out.println(log.by(calls.get()));
                }
                return;
            }
            Map<String, Double> busy = over(seconds);
            clock.shutdownNow();
            busy.forEach((what, much) -> System.out.printf(
                    Locale.ROOT,
                    "%-18s %8.2f a call, %8.2f a second while nobody calls%n",
                    what,
                    (much - quiet.getOrDefault(what, 0.0) / QUIET_SECONDS * seconds) / calls.get(),
                    quiet.getOrDefault(what, 0.0) / QUIET_SECONDS));
        }
    }

    private void finishWrapUp() {
        PresenceBoard presence = context.getBean(PresenceBoard.class);
        presence.present().forEach((advisor, there) -> {
            if (there.state() == Presence.State.WRAP_UP) {
                presence.available(advisor);
            }
        });
    }

    private void call(DomainCode domain) {
        calls.incrementAndGet();
        context.getBean(ExchangeSimulator.class)
                .call(CallScript.from(Fresh.mobile())
                        .speaking("fr")
                        .about(domain.value())
                        .behaving(Behaviour.ANSWERED)
                        .lasting(
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(5)));
    }

    private Map<String, Double> over(int seconds) throws InterruptedException {
        Map<String, Double> before = now();
        TimeUnit.SECONDS.sleep(seconds);
        Map<String, Double> after = now();
        after.replaceAll((what, much) -> much - before.getOrDefault(what, 0.0));
        return after;
    }

    private Map<String, Double> now() {
        Map<String, Double> now = new TreeMap<>();
        sql.sql("show global status").query(row -> {
            if (COUNTED.contains(row.getString(1))) {
                now.put(row.getString(1), row.getDouble(2));
            }
        });
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        now.put("center, ms", machine.getProcessCpuTime() / 1e6);
        context.getBean(EmbeddedMariaDb.class)
                .process()
                .info()
                .totalCpuDuration()
                .ifPresent(time -> now.put("database, ms", time.toMillis() / 1.0));
        return now;
    }
}

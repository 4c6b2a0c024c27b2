package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import ma.mowakaba.CenterTest;
import ma.mowakaba.demo.exchange.CallScript;
import ma.mowakaba.demo.exchange.ExchangeSetup;
import ma.mowakaba.demo.exchange.ExchangeSimulator;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.routing.Domains;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.PresenceBoard;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two exchanges, mw1 and mw2, each with telephones and calls of its own. */
@CenterTest
class TwoExchangesCenterTest {

    @TempDir
    Path folder;

    @Autowired
    private CallKeeper desk;

    @Autowired
    private QueuePlan plan;

    @Autowired
    private AsyncTaskExecutor applicationTaskExecutor;

    @Autowired
    private LostCalls.Endings endings;

    @Autowired
    private Switchboard switchboard;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PresenceBoard presence;

    @Autowired
    private Domains domains;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private Clock clock;

    private final List<CallFact> facts = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private List<Advisor> advisors = List.of();
    private ExchangeSimulator first;
    private ExchangeSimulator second;

    @BeforeEach
    void begin() {
        first = exchange("mw1");
        second = exchange("mw2");
    }

    @AfterEach
    void end() throws Exception {
        advisors.forEach(advisor -> presence.offline(advisor.id()));
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void aTelephoneIsInTheQueuesOfItsOwnExchangeOnly() {
        CallFixtures fixtures = new CallFixtures(accounts, presence, domains);
        DomainCode domain = fixtures.domain();
        advisors = fixtures.present(domain, 2);
        String queue = domain.value() + "-fr";
        Exchanges exchanges = exchanges(first.port(), second.port(), extension(1));
        QueueMembers members = new QueueMembers(exchanges, plan, applicationTaskExecutor);
        members.refresh();
        assertThat(first.members(queue)).containsExactly("PJSIP/" + extension(0));
        assertThat(second.members(queue)).containsExactly("PJSIP/" + extension(1));
        assertThat(members.staffing("mw2-1.1", queue).atWork()).isEqualTo(1);

        presence.pause(advisors.get(1).id(), "meal");
        members.changed(advisors.get(1).id());
        soon().until(() -> !second.pausedMembers(queue).isEmpty());
        assertThat(first.pausedMembers(queue)).isEmpty();
        assertThat(members.staffing("mw2-1.1", queue).free()).isZero();
        assertThat(members.staffing("mw1-1.1", queue).free()).isEqualTo(1);
    }

    @Test
    void whatIsDoneWithACallIsDoneAtItsExchange() {
        Exchanges exchanges = exchanges(first.port(), second.port(), "");
        String here = first.call(lasting());
        String there = second.call(lasting());
        soon().until(() -> exchanges.of(here).liveCalls().contains(here)
                && exchanges.of(there).liveCalls().contains(there));
        assertThat(exchanges.of(here).liveCalls()).doesNotContain(there);
        exchanges.of(there).hangUp(channel(there));
        soon().until(() -> !second.lasts(there));
        assertThat(first.lasts(here)).isTrue();
    }

    @Test
    void whatAnExchangeSaysOfAnothersCallIsNotBelieved() {
        ExchangeSimulator misnamed = exchange("mw9");
        exchanges(first.port(), misnamed.port(), "");
        String foreign = misnamed.call(lasting());
        String own = first.call(lasting());
        soon().until(() -> facts.stream().anyMatch(fact -> fact.linkedid().equals(own)));
        soon().until(() -> misnamed.lasts(foreign));
        assertThat(facts).noneMatch(fact -> fact.linkedid().equals(foreign));
    }

    @Test
    void onlyTheExchangeOfACallCanHaveForgottenIt() {
        String here = "mw1-" + UUID.randomUUID();
        String there = "mw2-" + UUID.randomUUID();
        for (String linkedid : List.of(here, there)) {
            desk.take(
                    linkedid,
                    List.of(new CallFact.Arrived(
                            linkedid, "PJSIP/carrier-00000001", "", "0800002000", clock.instant())));
        }
        Exchanges exchanges = exchanges(0, second.port(), "");
        new LostCalls(sql, exchanges, desk, endings, Clock.offset(clock, Duration.ofMinutes(1))).sweep();
        assertThat(overAt(there)).isEqualTo(1);
        assertThat(overAt(here)).isZero();
        assertThat(switchboard.get(new CallId(here)).endedAt()).isEmpty();
    }

    private ExchangeSimulator exchange(String name) {
        ExchangeSimulator exchange = ExchangeSimulator.start(new ExchangeSetup(
                name,
                0,
                "mowakaba",
                "s3cret",
                "",
                100,
                folder.resolve(UUID.randomUUID().toString()),
                clock));
        open.add(exchange);
        return exchange;
    }

    /** @param one port of mw1, 0 when it is not linked */
    private Exchanges exchanges(int one, int two, String extensionsOfTwo) {
        TelephonySettings.Journal none = new TelephonySettings.Journal("", "");
        TelephonySettings settings = new TelephonySettings(
                CallFixtures.link("mw1", "", one),
                none,
                List.of(new TelephonySettings.Site(CallFixtures.link("mw2", extensionsOfTwo, two), none)),
                "",
                "carrier",
                List.of(),
                Duration.ofMinutes(3),
                Duration.ofDays(14),
                new TelephonySettings.Line(Map.of(), Duration.ZERO));
        CallFacts handOver = new CallFacts((linkedid, some) -> facts.addAll(some), event -> {}, settings);
        Exchanges exchanges = new Exchanges(
                settings,
                new AmiTranslator(clock),
                handOver,
                CallFixtures.gateways(new SimpleMeterRegistry(), clock),
                clock);
        open.add(exchanges::stop);
        exchanges.start();
        soon().until(() -> exchanges.state().connected());
        return exchanges;
    }

    private static CallScript lasting() {
        return CallScript.from("0661220077").lasting(Duration.ofHours(1), Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    private String extension(int which) {
        return advisors.get(which).extension().orElseThrow();
    }

    private String channel(String linkedid) {
        soon().until(() -> facts.stream().anyMatch(fact -> fact.linkedid().equals(linkedid)));
        return facts.stream()
                .filter(fact -> fact.linkedid().equals(linkedid) && fact instanceof CallFact.Arrived)
                .map(fact -> ((CallFact.Arrived) fact).channel())
                .findFirst()
                .orElseThrow();
    }

    private int overAt(String linkedid) {
        return sql.sql("select count(*) from call_record where linkedid = ? and over_at is not null")
                .param(linkedid)
                .query(Integer.class)
                .single();
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(20));
    }
}

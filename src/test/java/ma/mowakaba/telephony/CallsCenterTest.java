package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import ma.mowakaba.CenterTest;
import ma.mowakaba.Fresh;
import ma.mowakaba.contact.Contact;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.demo.exchange.CallScript;
import ma.mowakaba.demo.exchange.CallScript.Behaviour;
import ma.mowakaba.demo.exchange.ExchangeSimulator;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.routing.Domains;
import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.ticket.Helpdesk;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalApplicationListener;

/** Calls from the exchange to ticket, screen and figures, through the real protocol. */
@CenterTest
class CallsCenterTest {

    @Autowired
    private ExchangeSimulator exchange;

    @Autowired
    private Switchboard switchboard;

    @Autowired
    private Helpdesk helpdesk;

    @Autowired
    private Reception reception;

    @Autowired
    private PresenceBoard presence;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Domains domains;

    @Autowired
    private Router router;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private ConfigurableApplicationContext context;

    private final List<CallEvent> events = new CopyOnWriteArrayList<>();
    private final List<Advisor> advisors = new ArrayList<>();

    /** Hears what was stored: an attempt that lost against another is undone, and made again. */
    private final ApplicationListener<PayloadApplicationEvent<Object>> ear =
            TransactionalApplicationListener.forPayload(TransactionPhase.AFTER_COMMIT, event -> {
                if (event instanceof CallEvent call) {
                    events.add(call);
                }
            });

    private Optional<CallFixtures> made = Optional.empty();
    private DomainCode domain = DomainCode.GENERAL;

    @BeforeEach
    void begin() {
        context.addApplicationListener(ear);
        made = Optional.of(new CallFixtures(accounts, presence, domains));
        domain = fixtures().domain();
        soon().until(() -> switchboard.exchange().connected());
    }

    @AfterEach
    void end() {
        fixtures().leave(advisors);
        context.removeApplicationListener(ear);
    }

    @Test
    void theAdvisorSeesTheCaseWhileHisTelephoneRings() {
        people(1);
        Advisor advisor = advisors.getFirst();
        String number = Fresh.mobile();
        String first = exchange.call(script(Behaviour.ANSWERED, number));
        Switchboard.Call call = over(first);
        CallEvent.Ringing ringing = event(CallEvent.Ringing.class, first);
        assertThat(ringing.advisor()).isEqualTo(advisor.id());
        assertThat(ringing.ticket()).isEqualTo(call.ticket()).isPresent();
        assertThat(ringing.at()).isBefore(call.answeredAt().orElseThrow());
        assertThat(call.state()).isEqualTo("answered");
        assertThat(call.queue()).contains(domain.value() + "-fr");
        assertThat(call.caller()).isEqualTo(PhoneNumber.parse(number));
        assertThat(call.waited().orElseThrow()).isPositive();
        assertThat(call.talk().orElseThrow()).isPositive();
        assertThat(call.recordingConsent()).contains(true);
        assertThat(call.legs()).extracting(Switchboard.Leg::kind).containsExactly("caller", "advisor");
        assertThat(helpdesk.get(call.ticket().orElseThrow()).advisor()).contains(advisor.id());
        soon().until(() -> presence.of(advisor.id()).state() == Presence.State.WRAP_UP);

        presence.available(advisor.id());
        Switchboard.Call again = over(exchange.call(script(Behaviour.ANSWERED, number)));
        assertThat(again.ticket())
                .as("the same person about the same domain goes on the same case")
                .isEqualTo(call.ticket());
    }

    @Test
    void aWithheldNumberIsACallerWithoutNumber() {
        people(1);
        Switchboard.Call call = over(exchange.call(script(Behaviour.ANSWERED, "")));
        assertThat(call.caller()).isEmpty();
        assertThat(call.outcome()).contains(Outcome.ANSWERED);
        assertThat(helpdesk.get(call.ticket().orElseThrow()).requester()).isEmpty();
    }

    @Test
    void fiftyCallsAtOnceEachEndAsTheyShouldAndOnce() {
        people(15);
        Map<String, Behaviour> calls = new LinkedHashMap<>();
        for (int i = 0; i < 50; i++) {
            Behaviour behaviour = Behaviour.values()[i % Behaviour.values().length];
            calls.put(exchange.call(script(behaviour, Fresh.mobile())), behaviour);
        }
        calls.forEach((linkedid, behaviour) -> assertThat(over(linkedid).outcome())
                .as("%s of %s", behaviour, linkedid)
                .contains(expected().get(behaviour)));
        soon().until(() -> calls.keySet().stream().allMatch(this::journalIsTold));
        calls.forEach((linkedid, behaviour) -> {
            Switchboard.Call call = switchboard.get(new CallId(linkedid));
            assertThat(call.outcome())
                    .as("still, after the journal")
                    .contains(expected().get(behaviour));
            assertThat(call.ticket().isPresent())
                    .as("%s has a case", behaviour)
                    .isEqualTo(behaviour != Behaviour.IVR_HANGUP);
            assertThat(events.stream()
                            .filter(e -> e instanceof CallEvent.Ended
                                    && e.call().linkedid().equals(linkedid)))
                    .as("ends of %s", behaviour)
                    .hasSize(1);
            assertThat(call.legs().stream().filter(leg -> leg.endedAt().isEmpty()))
                    .as("open legs of %s", behaviour)
                    .isEmpty();
            Contact contact = reception.find(Channel.CALL, linkedid).orElseThrow();
            assertThat(contact.outcome()).isEqualTo(call.outcome());
        });
        assertThat(calls.entrySet().stream()
                        .filter(e -> e.getValue() == Behaviour.TRANSFER)
                        .map(e -> switchboard.get(new CallId(e.getKey()))))
                .allSatisfy(call -> {
                    assertThat(call.legs()).extracting(Switchboard.Leg::kind).contains("transfer");
                    assertThat(sql.sql("select count(*) from handling_fact where contact_id = ? and"
                                            + " left_at is not null")
                                    .param(call.contact().value())
                                    .query(Long.class)
                                    .single())
                            .as("each advisor has his part in the figures, also when he transfers to himself")
                            .isEqualTo(2);
                });
        soon().untilAsserted(() -> {
            fixtures().finishWrapUp(advisors);
            assertThat(advisors)
                    .allSatisfy(advisor ->
                            assertThat(presence.of(advisor.id()).state()).isEqualTo(Presence.State.AVAILABLE));
        });
        assertThat(sql.sql("select count(*) from handling_fact where advisor_id in (:advisors) and after_work > 0")
                        .param(
                                "advisors",
                                advisors.stream()
                                        .map(advisor -> advisor.id().value())
                                        .toList())
                        .query(Long.class)
                        .single())
                .as("the wrap-up after a call is its after-call work")
                .isPositive();
    }

    @Test
    void whileTheLiveLinkIsCutTheJournalTellsEverything() {
        people(3);
        exchange.cut();
        try {
            soon().until(() -> !switchboard.exchange().connected());
            Map<String, Behaviour> calls = new LinkedHashMap<>();
            for (Behaviour behaviour :
                    List.of(Behaviour.ANSWERED, Behaviour.ABANDONED, Behaviour.IVR_HANGUP, Behaviour.VOICEMAIL)) {
                calls.put(exchange.call(script(behaviour, Fresh.mobile())), behaviour);
            }
            calls.forEach((linkedid, behaviour) -> assertThat(over(linkedid).outcome())
                    .as(behaviour.name())
                    .contains(expected().get(behaviour)));
        } finally {
            exchange.restore();
        }
        soon().until(() -> switchboard.exchange().connected());
    }

    @Test
    void theQueuesOfTheExchangeFollowPresence() {
        people(1);
        Advisor advisor = advisors.getFirst();
        String queue = domain.value() + "-fr";
        String device = "PJSIP/" + advisor.extension().orElseThrow();
        soon().until(() -> exchange.members(queue).contains(device)
                && exchange.pausedMembers(queue).isEmpty());
        presence.pause(advisor.id(), "meal");
        soon().until(() -> exchange.pausedMembers(queue).contains(device));
        presence.available(advisor.id());
        soon().until(() -> exchange.pausedMembers(queue).isEmpty());
        presence.offline(advisor.id());
        soon().until(() -> !exchange.members(queue).contains(device));
    }

    @Test
    void anAdvisorWhoseTelephoneIsNotRegisteredIsNotRungUntilItIs() {
        people(2);
        Advisor advisor = advisors.getFirst();
        String queue = domain.value() + "-fr";
        String device = "PJSIP/" + advisor.extension().orElseThrow();
        soon().until(() -> exchange.pausedMembers(queue).isEmpty());
        exchange.say("Event", "DeviceStateChange", "Device", device, "State", "UNAVAILABLE");
        soon().until(() -> exchange.pausedMembers(queue).equals(List.of(device)));
        assertThat(router.mayRing(advisor.id())).isFalse();
        assertThat(presence.of(advisor.id()).state())
                .as("he is here all the same")
                .isEqualTo(Presence.State.AVAILABLE);
        exchange.say("Event", "DeviceStateChange", "Device", device, "State", "UNKNOWN");
        exchange.say("Event", "DeviceStateChange", "Device", device, "State", "NOT_INUSE");
        soon().until(() -> exchange.pausedMembers(queue).isEmpty());
        assertThat(router.mayRing(advisor.id())).isTrue();
    }

    @Test
    void aCallWeMakeRingsTheAdvisorFirstAndStaysOnItsCase() {
        people(1);
        Advisor advisor = advisors.getFirst();
        Switchboard.Call before = over(exchange.call(script(Behaviour.ABANDONED, Fresh.mobile())));
        fixtures().finishWrapUp(advisors);
        CallId id =
                switchboard.dial(advisor.id(), PhoneNumber.parse("0661228877").orElseThrow(), before.ticket());
        Switchboard.Call call = over(id.linkedid());
        assertThat(call.direction()).isEqualTo("out");
        assertThat(call.outcome()).contains(Outcome.ANSWERED);
        assertThat(call.ticket()).isEqualTo(before.ticket());
        assertThat(call.legs()).extracting(Switchboard.Leg::kind).containsExactlyInAnyOrder("advisor", "outbound");
        soon().until(() -> presence.of(advisor.id()).state() == Presence.State.WRAP_UP);
    }

    private CallFixtures fixtures() {
        return made.orElseThrow();
    }

    private void people(int many) {
        advisors.addAll(fixtures().present(domain, many));
        soon().until(() -> exchange.members(domain.value() + "-fr").size() == many);
    }

    private CallScript script(Behaviour behaviour, String number) {
        CallScript script = CallScript.from(number)
                .about(domain.value())
                .behaving(behaviour)
                .lasting(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        switch (behaviour) {
                            case ABANDONED, TIMEOUT, VOICEMAIL -> Duration.ofSeconds(15);
                            default -> Duration.ofSeconds(900);
                        },
                        Duration.ofSeconds(6));
        return behaviour == Behaviour.TRANSFER
                ? script.transferredTo(advisors.getLast().extension().orElseThrow())
                : script;
    }

    private Switchboard.Call over(String linkedid) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    fixtures().finishWrapUp(advisors.size() > 1 ? advisors : List.of());
                    return reception
                            .find(Channel.CALL, linkedid)
                            .flatMap(Contact::endedAt)
                            .isPresent();
                });
        return switchboard.get(new CallId(linkedid));
    }

    private boolean journalIsTold(String linkedid) {
        return sql.sql("select count(*) from journal_record where linkedid = ? and state = 1 and line like"
                                + " '%LINKEDID_END%'")
                        .param(linkedid)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private <E extends CallEvent> E event(Class<E> type, String linkedid) {
        return events.stream()
                .filter(type::isInstance)
                .filter(e -> e.call().linkedid().equals(linkedid))
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Map<Behaviour, Outcome> expected() {
        Map<Behaviour, Outcome> outcomes = new EnumMap<>(Behaviour.class);
        outcomes.put(Behaviour.ANSWERED, Outcome.ANSWERED);
        outcomes.put(Behaviour.ANSWERED_CALLER_HANGS_UP, Outcome.ANSWERED);
        outcomes.put(Behaviour.ABANDONED, Outcome.ABANDONED);
        outcomes.put(Behaviour.IVR_HANGUP, Outcome.IVR_HANGUP);
        outcomes.put(Behaviour.TIMEOUT, Outcome.TIMEOUT);
        outcomes.put(Behaviour.VOICEMAIL, Outcome.VOICEMAIL);
        outcomes.put(Behaviour.RING_NO_ANSWER, Outcome.ANSWERED);
        outcomes.put(Behaviour.TRANSFER, Outcome.ANSWERED);
        return outcomes;
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
    }
}

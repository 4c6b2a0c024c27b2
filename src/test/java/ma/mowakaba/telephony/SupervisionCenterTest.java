package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.mowakaba.CenterTest;
import ma.mowakaba.Fresh;
import ma.mowakaba.demo.exchange.CallScript;
import ma.mowakaba.demo.exchange.ExchangeSimulator;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.routing.Domains;
import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Capacity;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.Role;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Helpdesk;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What supervisors do with calls, through the real protocol. */
@CenterTest
class SupervisionCenterTest {

    @Autowired
    private ExchangeSimulator exchange;

    @Autowired
    private Switchboard switchboard;

    @Autowired
    private Supervision supervision;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PresenceBoard presence;

    @Autowired
    private Domains domains;

    @Autowired
    private Router router;

    @Autowired
    private Helpdesk helpdesk;

    private final List<Advisor> advisors = new ArrayList<>();
    private Optional<CallFixtures> made = Optional.empty();
    private DomainCode domain = DomainCode.GENERAL;

    @BeforeEach
    void begin() {
        made = Optional.of(new CallFixtures(accounts, presence, domains));
        domain = made.get().domain();
        soon().until(() -> switchboard.exchange().connected());
    }

    @AfterEach
    void end() {
        made.orElseThrow().leave(advisors);
    }

    @Test
    void aSupervisorHearsACallThatAcceptedTheRecordingUntilItEndsAndItIsKeptThatHeDid() {
        Advisor advisor = comes(domain);
        Advisor supervisor = somebody(Role.SUPERVISOR);
        CallId call = talking(script());
        soon().until(() -> switchboard.get(call).recordingConsent().isPresent());
        supervision.hear(call, supervisor.id(), Supervision.Ear.WHISPER);
        String device = "PJSIP/" + supervisor.extension().orElseThrow();
        soon().until(() -> exchange.hearing(device)
                .equals(List.of("2" + advisor.extension().orElseThrow())));
        assertThat(supervision.acts(call)).singleElement().satisfies(act -> {
            assertThat(act.act()).isEqualTo("whisper");
            assertThat(act.supervisor()).isEqualTo(supervisor.id());
        });
        soon().until(() ->
                switchboard.journal(call).lines().stream().anyMatch(line -> line.contains("SUPERVISORWHISPER")));
        switchboard.hangUp(call, advisor.id());
        soon().until(() -> exchange.hearing(device).isEmpty());
        assertThat(switchboard.get(call).legs())
                .as("the supervisor is no leg of the caller's call")
                .hasSize(2);
    }

    @Test
    void aCallThatRefusedTheRecordingIsNotHeardAndNobodyElseMayHearAny() {
        Advisor advisor = comes(domain);
        CallId refused = talking(script().refusingToBeRecorded());
        soon().until(() -> switchboard.get(refused).recordingConsent().isPresent());
        Advisor supervisor = somebody(Role.SUPERVISOR);
        refused("supervision.no-consent", () -> supervision.hear(refused, supervisor.id(), Supervision.Ear.LISTEN));
        refused("supervision.role", () -> supervision.hear(refused, advisor.id(), Supervision.Ear.LISTEN));
        refused("supervision.not-waiting", () -> supervision.first(refused, supervisor.id()));
        assertThat(supervision.mayBeHeard(switchboard.get(refused))).isFalse();
        assertThat(supervision.acts(refused)).isEmpty();
        assertThat(exchange.hearing("PJSIP/" + supervisor.extension().orElseThrow()))
                .isEmpty();
        switchboard.hangUp(refused, advisor.id());
    }

    @Test
    void aWaitingCallerGoesOnInAnotherQueueWithHisWaitAndHisCase() {
        DomainCode other = made.orElseThrow().domain();
        Advisor supervisor = somebody(Role.SUPERVISOR);
        CallId call = waiting(script());
        supervision.move(call, supervisor.id(), other);
        soon().until(() -> exchange.waiting(other.value() + "-fr").contains(call.linkedid()));
        Switchboard.Call moved = switchboard.get(call);
        assertThat(moved.queue()).contains(other.value() + "-fr");
        assertThat(helpdesk.get(moved.ticket().orElseThrow()).domain()).isEqualTo(other);
        assertThat(router.waiting(10_000))
                .filteredOn(one -> one.contact().equals(moved.contact()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.domain()).isEqualTo(other);
                    assertThat(one.since()).isEqualTo(moved.queuedAt().orElseThrow());
                });
        Advisor advisor = comes(other);
        soon().until(() -> switchboard.get(call).state().equals("talking"));
        refused("supervision.not-waiting", () -> supervision.move(call, supervisor.id(), domain));
        switchboard.hangUp(call, advisor.id());
        soon().until(() -> switchboard.get(call).endedAt().isPresent());
        assertThat(switchboard.get(call).state()).isEqualTo("answered");
        assertThat(switchboard.get(call).queue()).contains(other.value() + "-fr");
        refused(
                "supervision.domain",
                () -> supervision.move(waiting(script()), supervisor.id(), new DomainCode("nowhere")));
    }

    @Test
    void whoeverIsPutFirstIsServedFirst() {
        Advisor supervisor = somebody(Role.SUPERVISOR);
        CallId first = waiting(script());
        CallId second = waiting(script());
        String queue = switchboard.get(first).queue().orElseThrow();
        assertThat(exchange.waiting(queue)).containsSubsequence(first.linkedid(), second.linkedid());
        supervision.first(second, supervisor.id());
        assertThat(exchange.waiting(queue)).containsSubsequence(second.linkedid(), first.linkedid());
        assertThat(supervision.acts(second)).extracting(Supervision.Act::act).containsExactly("first");
    }

    private static void refused(String subject, org.assertj.core.api.ThrowableAssert.ThrowingCallable asked) {
        assertThatThrownBy(asked).isInstanceOf(Problem.class).hasMessageContaining(subject);
    }

    private Advisor comes(DomainCode about) {
        Advisor advisor = made.orElseThrow().present(about, 1).getFirst();
        advisors.add(advisor);
        String device = "PJSIP/" + advisor.extension().orElseThrow();
        soon().until(() -> exchange.members(about.value() + "-fr").contains(device));
        return advisor;
    }

    private Advisor somebody(Role role) {
        String name = "s" + UUID.randomUUID().toString().substring(0, 8);
        StaffId id = accounts.create(
                new Advisor(
                        new StaffId(UUID.randomUUID()),
                        name,
                        "Supervisor " + name,
                        Language.FR,
                        Set.of(role),
                        Optional.of(Fresh.extension(8)),
                        Set.of(),
                        Capacity.USUAL),
                "a long enough password 7!");
        return accounts.get(id);
    }

    private CallScript script() {
        return CallScript.from(Fresh.mobile())
                .about(domain.value())
                .lasting(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(3), Duration.ofMinutes(20));
    }

    private CallId talking(CallScript script) {
        return until(script, "talking");
    }

    private CallId waiting(CallScript script) {
        return until(script, "queued");
    }

    private CallId until(CallScript script, String state) {
        CallId call = new CallId(exchange.call(script));
        soon().until(() -> {
            try {
                return switchboard.get(call).state().equals(state);
            } catch (Problem unknown) {
                return false;
            }
        });
        return call;
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}

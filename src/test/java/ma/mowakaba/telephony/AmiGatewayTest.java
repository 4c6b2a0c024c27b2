package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import ma.mowakaba.demo.exchange.CallScript;
import ma.mowakaba.demo.exchange.ExchangeSetup;
import ma.mowakaba.demo.exchange.ExchangeSimulator;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.telephony.ExchangeLink.Member;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmiGatewayTest {

    @TempDir
    Path folder;

    private ExchangeSimulator exchange;

    @BeforeEach
    void start() {
        exchange =
                ExchangeSimulator.start(new ExchangeSetup(0, "mowakaba", "s3cret", "", 100, folder, Clock.systemUTC()));
    }

    @AfterEach
    void stop() {
        exchange.close();
    }

    @Test
    void anExchangeThatDiesAndComesBackIsFoundAgainAndLookedAt() {
        try (LiveLink link = new LiveLink(exchange.port(), "s3cret")) {
            soon().until(() -> link.gateway.state().connected() && link.looks.get() == 1);
            exchange.cut();
            soon().until(() -> !link.gateway.state().connected());
            assertThatThrownBy(() -> link.actions.hangUp("PJSIP/1001-00000001"))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("exchange.away");
            exchange.restore();
            soon().until(() -> link.gateway.state().connected() && link.looks.get() == 2);
            soon().until(() -> {
                String linkedid = exchange.call(CallScript.withheld());
                Awaitility.await().pollDelay(Duration.ofMillis(200)).until(() -> true);
                return link.facts.stream().anyMatch(fact -> fact.linkedid().equals(linkedid));
            });
        }
    }

    @Test
    void anExchangeThatIsNotThereYetIsTriedUntilItIs() {
        exchange.cut();
        try (LiveLink link = new LiveLink(exchange.port(), "s3cret")) {
            assertThat(link.gateway.state().connected()).isFalse();
            exchange.restore();
            soon().until(() -> link.gateway.state().connected());
        }
    }

    @Test
    void aWrongSecretLeavesTheLinkDownAndTheCenterUp() {
        try (LiveLink link = new LiveLink(exchange.port(), "wrong")) {
            Awaitility.await()
                    .during(Duration.ofSeconds(1))
                    .until(() -> !link.gateway.state().connected());
        }
    }

    @Test
    void membersAreAddedPausedReadAndRemoved() {
        try (LiveLink link = new LiveLink(exchange.port(), "s3cret")) {
            soon().until(() -> link.gateway.state().connected());
            Member member = new Member("funding-fr", "PJSIP/1009", "Salma", 1, true);
            link.actions.add(member);
            assertThat(link.actions.members()).containsExactly(member);
            link.actions.pause("funding-fr", "PJSIP/1009", false);
            assertThat(link.actions.members())
                    .containsExactly(new Member("funding-fr", "PJSIP/1009", "Salma", 1, false));
            assertThatThrownBy(() -> link.actions.add(member))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("exchange.refused");
            Member second = new Member("general-fr", "PJSIP/1009", "Salma", 1, false);
            link.actions.add(second);
            link.actions.pause("PJSIP/1009", true);
            assertThat(link.actions.members()).hasSize(2).allMatch(Member::paused);
            link.actions.remove("general-fr", "PJSIP/1009");
            link.actions.remove("funding-fr", "PJSIP/1009");
            assertThat(link.actions.members()).isEmpty();
        }
    }

    @Test
    void theCallsTheExchangeHasAreListed() {
        try (LiveLink link = new LiveLink(exchange.port(), "s3cret")) {
            soon().until(() -> link.gateway.state().connected());
            String linkedid = exchange.call(CallScript.from("0661220077")
                    .lasting(Duration.ofHours(1), Duration.ZERO, Duration.ZERO, Duration.ZERO));
            soon().until(() -> link.actions.liveCalls().contains(linkedid));
        }
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(20));
    }
}

package ma.mowakaba.telephony;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.demo.exchange.ExchangeSetup;
import ma.mowakaba.demo.exchange.ExchangeSimulator;
import ma.mowakaba.demo.exchange.Recording;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the center hears in calls recorded from a real Asterisk 22.10, read by Asterisk-Java. */
class AmiTranslatorTest {

    @TempDir
    Path folder;

    @Test
    void anAnsweredCall() {
        List<CallFact> facts = heard("answered");
        assertThat(facts)
                .contains(
                        new CallFact.Arrived(
                                "mw1-1795461047.0",
                                "PJSIP/carrier-00000000",
                                "0661220001",
                                "0800002000",
                                at("1795461047.970693")),
                        new CallFact.Queued("mw1-1795461047.0", "association-life-fr", at("1795461049.898946")),
                        new CallFact.Rang(
                                "mw1-1795461047.0",
                                new CallFact.Party("mw1-1795461049.1", "PJSIP/1001-00000001"),
                                at("1795461049.899796")),
                        new CallFact.PickedUp("mw1-1795461047.0", "mw1-1795461049.1", at("1795461051.442906")),
                        new CallFact.LegEnded("mw1-1795461047.0", "mw1-1795461049.1", at("1795461055.449979")));
        assertThat(summary(facts))
                .isEqualTo(new CallFact.Summary(
                        "",
                        "association-life-fr",
                        "CONTINUE",
                        false,
                        Optional.of(ofMillis(2000)),
                        Optional.of(ofMillis(3964)),
                        ""));
        assertThat(Outcomes.of(summary(facts), true)).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void anAbandonedCall() {
        assertThat(Outcomes.of(summary(heard("abandoned")), false)).isEqualTo(Outcome.ABANDONED);
    }

    @Test
    void aCallerWhomTheQueueSentToVoicemailIsNotAnAbandonedOneThoughAsteriskSaysSo() {
        List<CallFact> facts = heard("voicemail");
        assertThat(summary(facts).abandoned()).isTrue();
        assertThat(Outcomes.of(summary(facts), false)).isEqualTo(Outcome.VOICEMAIL);
    }

    @Test
    void aCallerWhoLeftInTheMenu() {
        assertThat(Outcomes.of(summary(heard("ivr-hangup")), false)).isEqualTo(Outcome.IVR_HANGUP);
    }

    @Test
    void aCallHandedOverRingsTwoAdvisorsAndIsAnswered() {
        List<CallFact> facts = heard("blind-transfer");
        assertThat(facts.stream()
                        .filter(CallFact.Rang.class::isInstance)
                        .map(fact -> ((CallFact.Rang) fact).party().device()))
                .containsExactly("1002", "1001");
        assertThat(facts.stream()
                        .filter(CallFact.PickedUp.class::isInstance)
                        .map(fact -> ((CallFact.PickedUp) fact).uniqueid())
                        .distinct())
                .containsExactly("mw1-1795460142.19", "mw1-1795460144.20");
        assertThat(Outcomes.of(summary(facts), true)).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void anAttendedTransferStaysOneCall() {
        List<CallFact> facts = heard("attended-transfer");
        assertThat(facts).extracting(CallFact::linkedid).containsOnly("mw1-1795460196.30");
        assertThat(facts.stream().filter(CallFact.Over.class::isInstance)).hasSize(1);
        assertThat(facts)
                .as("the caller waits while the colleague is asked")
                .contains(new CallFact.Hold("mw1-1795460196.30", "mw1-1795460197.31", true, at("1795460200.619499")));
    }

    @Test
    void aCallWeMadeIsAnsweredWhenTheOtherSideAnswers() {
        List<CallFact> facts = heard("click-to-call");
        assertThat(facts.stream().filter(CallFact.Arrived.class::isInstance)).isEmpty();
        assertThat(facts)
                .contains(new CallFact.PickedUp("mw1-out-1795460212", "mw1-1795460214.42", at("1795460216.148702")));
    }

    private List<CallFact> heard(String recording) {
        try (ExchangeSimulator exchange = ExchangeSimulator.start(
                        new ExchangeSetup(0, "mowakaba", "s3cret", "", 1, folder, Clock.systemUTC()));
                LiveLink link = new LiveLink(exchange.port(), "s3cret")) {
            Awaitility.await().until(() -> link.gateway.state().connected());
            exchange.replay(Recording.of(recording));
            Awaitility.await().until(() -> link.facts.stream().anyMatch(CallFact.Over.class::isInstance));
            return List.copyOf(link.facts);
        }
    }

    private static CallFact.Summary summary(List<CallFact> facts) {
        return facts.stream()
                .filter(CallFact.Summed.class::isInstance)
                .map(fact -> ((CallFact.Summed) fact).summary())
                .findFirst()
                .orElseThrow();
    }

    private static Instant at(String seconds) {
        String[] parts = seconds.split("\\.");
        return Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]) * 1000);
    }
}

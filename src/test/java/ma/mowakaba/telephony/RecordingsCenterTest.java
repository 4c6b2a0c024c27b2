package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.CenterTest;
import ma.mowakaba.Fresh;
import ma.mowakaba.demo.exchange.CallScript;
import ma.mowakaba.demo.exchange.CallScript.Behaviour;
import ma.mowakaba.demo.exchange.ExchangeSimulator;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.routing.Domains;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.PresenceBoard;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the exchange's folder to the case: what is kept, who heard it, and when it is no more. */
@CenterTest
class RecordingsCenterTest {

    @Autowired
    private ExchangeSimulator exchange;

    @Autowired
    private Switchboard switchboard;

    @Autowired
    private Recordings recordings;

    @Autowired
    private RecordingSweep sweep;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PresenceBoard presence;

    @Autowired
    private Domains domains;

    @Autowired
    private JdbcClient sql;

    private final List<Advisor> advisors = new ArrayList<>();
    private Optional<CallFixtures> made = Optional.empty();
    private DomainCode domain = DomainCode.GENERAL;

    @BeforeEach
    void begin() {
        CallFixtures fixtures = new CallFixtures(accounts, presence, domains);
        made = Optional.of(fixtures);
        domain = fixtures.domain();
        soon().until(() -> switchboard.exchange().connected());
        advisors.addAll(fixtures.present(domain, 1));
        soon().until(() -> !exchange.members(domain.value() + "-fr").isEmpty());
    }

    @AfterEach
    void end() {
        made.orElseThrow().leave(advisors);
    }

    @Test
    void whatWasAcceptedIsFoundWithItsWaveformAndEveryListeningIsNotedOnce() {
        CallId call = call(script(Behaviour.ANSWERED));
        Recordings.Recording found = found(call);
        assertThat(found.length()).isEqualTo(Duration.ofSeconds(8));
        assertThat(found.peaks()).hasSize(RecordedSound.BARS).allMatch(peak -> peak >= 0 && peak <= 100);
        assertThat(found.peaks()).contains(100);
        assertThat(switchboard.get(call).recording()).contains(call.linkedid() + ".wav");

        recordings.listen(call, me());
        recordings.listen(call, me());
        assertThat(recordings.listenings(call)).singleElement().satisfies(it -> {
            assertThat(it.listener()).isEqualTo(me());
            assertThat(it.until()).isAfterOrEqualTo(it.from());
        });
    }

    @Test
    void callsWhoseFilesNeverComeKeepTheFilesOfLaterOnesNotWaiting() {
        String lost = "lost-" + UUID.randomUUID().toString().substring(0, 8) + "-";
        try {
            sql.sql("insert into call_record (linkedid, contact_id, direction, dialled, started_at,"
                            + " answered_at, ended_at, recording_consent) select concat(?, seq), uuid(), 'in', '',"
                            + " utc_timestamp(), utc_timestamp(), utc_timestamp() - interval seq second - interval"
                            + " 1 hour, true from seq_1_to_450")
                    .param(lost)
                    .update();
            assertThat(found(call(script(Behaviour.ANSWERED))).length()).isEqualTo(Duration.ofSeconds(8));
        } finally {
            sql.sql("delete from call_record where linkedid like ?")
                    .param(lost + "%")
                    .update();
        }
    }

    @Test
    void ofARefusedCallNothingIsKeptEvenWhereTheExchangeMadeAFile() throws IOException {
        CallId refused = call(script(Behaviour.ANSWERED).refusingToBeRecorded());
        over(refused);
        assertThat(file(refused)).doesNotExist();
        assertThat(recordings.of(refused)).isEmpty();
        assertThat(switchboard.get(refused).recording()).isEmpty();

        CallId accepted = call(script(Behaviour.ANSWERED));
        found(accepted);
        CallId wronged = call(script(Behaviour.ANSWERED).refusingToBeRecorded());
        over(wronged);
        Files.copy(file(accepted), file(wronged));
        soon().until(() ->
                recordings.of(wronged).flatMap(Recordings.Recording::deletion).isPresent());
        assertThat(file(wronged)).doesNotExist();
        assertThat(recordings.of(wronged).orElseThrow().deletion().orElseThrow().because())
                .isEqualTo(Recordings.Because.REFUSED);
        assertNone(() -> recordings.listen(wronged, me()));
    }

    @Test
    void aFileInWhichNobodySpeaksIsNone() {
        CallId abandoned = call(script(Behaviour.ABANDONED));
        over(abandoned);
        soon().until(() -> !Files.exists(file(abandoned)));
        assertThat(recordings.of(abandoned)).isEmpty();
        assertNone(() -> recordings.listen(abandoned, me()));
    }

    @Test
    void whatIsDeletedByAPersonIsGoneAndSaysWhy() {
        CallId call = call(script(Behaviour.ANSWERED));
        found(call);
        assertThatThrownBy(() -> recordings.delete(call, me(), " "))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("recording.no-reason");
        recordings.delete(call, me(), "il le demande");
        assertThat(file(call)).doesNotExist();
        Recordings.Deletion deletion =
                recordings.of(call).orElseThrow().deletion().orElseThrow();
        assertThat(deletion.note()).isEqualTo("il le demande");
        assertThat(deletion.by()).contains(me());
        assertThat(switchboard.get(call).recording()).isEmpty();
        assertNone(() -> recordings.delete(call, me(), "encore"));
    }

    @Test
    void eachIsKeptAsLongAsItsPurposeNeeds() {
        CallId quality = call(script(Behaviour.ANSWERED));
        found(quality);
        CallId evidence = call(script(Behaviour.ANSWERED));
        found(evidence);
        recordings.keepFor(evidence, Recordings.Purpose.EVIDENCE);
        sql.sql("update call_recording set made_at = made_at - interval 91 day where linkedid in (?, ?)")
                .params(quality.linkedid(), evidence.linkedid())
                .update();
        sweep.forget();
        assertThat(file(quality)).doesNotExist();
        assertThat(recordings.of(quality).orElseThrow().deletion().orElseThrow().because())
                .isEqualTo(Recordings.Because.RETENTION);
        assertThat(file(evidence)).exists();
        assertThat(recordings.of(evidence).orElseThrow().deletion()).isEmpty();
    }

    @Test
    void whileANumberIsDictatedTheFileIsSilentAndTheJournalSaysSo() throws IOException {
        CallId call = new CallId(exchange.call(script(Behaviour.ANSWERED)
                .lasting(
                        Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofMinutes(20))));
        soon().until(() -> live(call)
                .filter(it ->
                        it.state().equals("talking") && it.recordingConsent().orElse(false))
                .isPresent());
        assertThat(recordings.running(switchboard.get(call))).isEqualTo(Recordings.Running.RECORDING);
        assertThatThrownBy(() -> recordings.pause(
                        call, accounts.byUsername("supervisor").orElseThrow().id()))
                .hasMessageContaining("call.not-yours");
        recordings.pause(call, me());
        recordings.pause(call, me());
        assertThat(recordings.running(switchboard.get(call))).isEqualTo(Recordings.Running.PAUSED);
        switchboard.hangUp(call, me());
        found(call);
        soon().until(() -> switchboard.journal(call).lines().stream()
                        .filter(line -> line.contains("RECORDINGPAUSED"))
                        .count()
                == 1);
        byte[] sound = Files.readAllBytes(file(call));
        int last = sound.length - 16_000;
        assertThat(java.util.Arrays.copyOfRange(sound, last, sound.length)).containsOnly(0);
        assertThatThrownBy(() -> recordings.resume(call, me())).hasMessageContaining("recording.not-running");
    }

    private CallScript script(Behaviour behaviour) {
        return CallScript.from(Fresh.mobile())
                .about(domain.value())
                .behaving(behaviour)
                .lasting(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(6), Duration.ofSeconds(8));
    }

    private CallId call(CallScript script) {
        made.orElseThrow().finishWrapUp(advisors);
        soon().until(() -> exchange.pausedMembers(domain.value() + "-fr").isEmpty());
        CallId call = new CallId(exchange.call(script));
        over(call);
        made.orElseThrow().finishWrapUp(advisors);
        return call;
    }

    private void over(CallId call) {
        soon().until(() -> live(call).flatMap(Switchboard.Call::endedAt).isPresent());
    }

    private Optional<Switchboard.Call> live(CallId call) {
        try {
            return Optional.of(switchboard.get(call));
        } catch (Problem unknown) {
            return Optional.empty();
        }
    }

    private Recordings.Recording found(CallId call) {
        soon().until(() -> recordings.of(call).isPresent());
        return recordings.of(call).orElseThrow();
    }

    private Path file(CallId call) {
        return exchange.setup().recordings().resolve(call.linkedid() + ".wav");
    }

    private ma.mowakaba.staff.StaffId me() {
        return advisors.getFirst().id();
    }

    private static void assertNone(org.assertj.core.api.ThrowableAssert.ThrowingCallable asked) {
        assertThatThrownBy(asked).isInstanceOf(Problem.class).hasMessageContaining("recording.none");
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}

package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import ma.mowakaba.contact.Outcome;
import org.junit.jupiter.api.Test;

/** Lines as a real Asterisk 22.10 wrote them, and lines as nobody should. */
class JournalReadingTest {

    private static final Path RECORDINGS = Path.of("src/test/resources/telephony/recordings");

    @Test
    void theLinesOfARealCallTellWhatHappenedInIt() throws IOException {
        List<CallFact> facts = facts("cel-answered.jsonl");
        assertThat(facts)
                .contains(new CallFact.Queued(
                        "mw1-1795467604.0", "general-fr", Instant.parse("2026-11-23T21:00:04.919549Z")));
        assertThat(facts)
                .contains(new CallFact.Summed(
                        "mw1-1795467604.0",
                        new CallFact.Summary(
                                "",
                                "general-fr",
                                "CONTINUE",
                                false,
                                Optional.of(Duration.ofSeconds(1)),
                                Optional.of(Duration.ofMillis(2019)),
                                ""),
                        Instant.parse("2026-11-23T21:00:07.940210Z")));
        assertThat(facts.getLast())
                .isEqualTo(new CallFact.Over("mw1-1795467604.0", Instant.parse("2026-11-23T21:00:07.940375Z")));
    }

    @Test
    void aNoteGivenAfterTheCallIsNoPartOfTheConversation() throws IOException {
        List<CallFact> facts = facts("cel-survey.jsonl");
        assertThat(facts)
                .contains(new CallFact.Rated("mw1-1795729715.52", 5, Instant.parse("2026-11-26T21:48:43.034656Z")));
        assertThat(summary(facts).talked()).contains(Duration.ofMillis(1003));
        assertThat(Outcomes.of(summary(facts), true)).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void aCallerWhoAskedForACallBeforeHeJoinedTheQueueNamesItAllTheSame() throws IOException {
        List<CallFact> facts = facts("cel-callback.jsonl");
        assertThat(facts).noneMatch(CallFact.Queued.class::isInstance);
        assertThat(summary(facts).queue()).isEqualTo("association-life-fr");
        assertThat(summary(facts).language()).isEqualTo("fr");
        assertThat(Outcomes.of(summary(facts), false)).isEqualTo(Outcome.CALLBACK);
    }

    @Test
    void aMessageLeftWhileTheCenterIsClosedIsAMessage() throws IOException {
        List<CallFact> facts = facts("cel-closed-message.jsonl");
        assertThat(Outcomes.of(summary(facts), false)).isEqualTo(Outcome.VOICEMAIL);
        assertThat(facts).noneMatch(CallFact.Consented.class::isInstance);
    }

    private static List<CallFact> facts(String recording) throws IOException {
        return Files.readAllLines(RECORDINGS.resolve(recording)).stream()
                .map(line -> JournalReading.record(JournalLine.Source.CEL, line).orElseThrow())
                .map(JournalReading::fact)
                .flatMap(Optional::stream)
                .toList();
    }

    private static CallFact.Summary summary(List<CallFact> facts) {
        return facts.stream()
                .filter(CallFact.Summed.class::isInstance)
                .map(fact -> ((CallFact.Summed) fact).summary())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLinesOfARealQueueLogAreRecords() throws IOException {
        assertThat(Files.readAllLines(RECORDINGS.resolve("queue-log-answered.txt")))
                .allSatisfy(line -> assertThat(JournalReading.record(JournalLine.Source.QUEUE, line))
                        .isPresent());
        assertThat(JournalReading.fact(new JournalLine(
                        JournalLine.Source.QUEUE,
                        "",
                        Instant.EPOCH,
                        false,
                        "1795467604|mw1-1.1|general-fr|NONE|EXITWITHTIMEOUT|1|1|60")))
                .contains(new CallFact.LeftQueue("mw1-1.1", "EXITWITHTIMEOUT", Instant.ofEpochSecond(1795467604)));
    }

    @Test
    void aLineThatIsNoRecordIsSaidToBeNone() {
        for (String garbage : List.of(
                "",
                "null",
                "{",
                "[]",
                "{\"eventtype\":\"HANGUP\"}",
                "{\"eventtype\":\"HANGUP\",\"eventtime\":\"yesterday\",\"uniqueid\":\"1\",\"linkedid\":\"1\"}",
                "{\"eventtype\":\"HANGUP\",\"eventtime\":\"2026-11-23T21:00:07.940375+0000\",\"uniqueid\":\"1\",\"linkedid\":\"a"
                    + " b\"}",
                "\u0000\u0000\u0000")) {
            assertThat(JournalReading.record(JournalLine.Source.CEL, garbage))
                    .as(garbage)
                    .isEmpty();
            assertThat(JournalReading.record(JournalLine.Source.QUEUE, garbage))
                    .as(garbage)
                    .isEmpty();
        }
    }

    @Test
    void aRecordCutOrChangedAnywhereNeverBreaksTheReader() throws IOException {
        Random random = new Random(5);
        for (String line : Files.readAllLines(RECORDINGS.resolve("cel-answered.jsonl"))) {
            for (int i = 0; i < 50; i++) {
                int at = random.nextInt(line.length());
                String changed = line.substring(0, at)
                        + (random.nextBoolean() ? "" : (char) random.nextInt(256) + line.substring(at + 1));
                JournalReading.record(JournalLine.Source.CEL, changed).flatMap(JournalReading::fact);
            }
        }
    }
}

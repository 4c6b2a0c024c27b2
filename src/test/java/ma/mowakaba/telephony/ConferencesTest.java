package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Records of a real Asterisk 22.10. */
class ConferencesTest {

    private static final Path RECORDINGS = Path.of("src/test/resources/telephony/recordings");
    private static final Switchboard.Conference THREE = new Switchboard.Conference(
            List.of("mw1-1795777328.27", "mw1-1795777330.28", "mw1-1795777333.31"),
            Instant.parse("2026-11-27T11:02:17.876000Z"),
            Optional.of(Instant.parse("2026-11-27T11:02:21.138000Z")));

    @Test
    void aColleagueWhoIsBroughtInTalksWithTheCallerAndTheAdvisor() throws IOException {
        assertThat(Conferences.of(lines("cel-conference.jsonl"), Optional.empty()))
                .singleElement()
                .satisfies(ConferencesTest::isTheThree);
    }

    @Test
    void recordsThatComeInAnyOrderOrTwiceTellTheSame() throws IOException {
        List<JournalLine> twice = new ArrayList<>(lines("cel-conference.jsonl"));
        twice.addAll(lines("cel-conference.jsonl"));
        Collections.shuffle(twice, new Random(7));
        assertThat(Conferences.of(twice, Optional.empty()))
                .singleElement()
                .satisfies(one -> assertThat(one.parties()).containsExactlyInAnyOrderElementsOf(THREE.parties()));
    }

    @Test
    void aHandOverIsNone() throws IOException {
        assertThat(Conferences.of(lines("cel-attended-by-phone.jsonl"), Optional.empty()))
                .isEmpty();
    }

    @Test
    void ofACrashedExchangeItEndsWithTheCall() throws IOException {
        List<JournalLine> cut = lines("cel-conference.jsonl").stream()
                .filter(line -> line.at().isBefore(Instant.parse("2026-11-27T11:02:20Z")))
                .toList();
        Instant over = Instant.parse("2026-11-27T11:05:00Z");
        assertThat(Conferences.of(cut, Optional.of(over)))
                .singleElement()
                .extracting(Switchboard.Conference::until)
                .isEqualTo(Optional.of(over));
        assertThat(Conferences.of(cut, Optional.empty()))
                .singleElement()
                .extracting(Switchboard.Conference::until)
                .isEqualTo(Optional.empty());
    }

    private static void isTheThree(Switchboard.Conference one) {
        assertThat(one.parties()).containsExactlyInAnyOrderElementsOf(THREE.parties());
        assertThat(one.from()).isBetween(THREE.from(), THREE.from().plusMillis(1));
        assertThat(one.until())
                .hasValueSatisfying(until -> assertThat(until)
                        .isBetween(
                                THREE.until().orElseThrow(),
                                THREE.until().orElseThrow().plusMillis(1)));
    }

    private static List<JournalLine> lines(String recording) throws IOException {
        try (Stream<String> lines = Files.lines(RECORDINGS.resolve(recording))) {
            return lines.map(line ->
                            JournalReading.record(JournalLine.Source.CEL, line).orElseThrow())
                    .toList();
        }
    }
}

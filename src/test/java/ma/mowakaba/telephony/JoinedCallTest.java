package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A call that a telephone handed over after asking: the colleague's channel began in another call, as a real Asterisk 22.10 tells it. */
class JoinedCallTest {

    private static final Path RECORDING =
            Path.of("src/test/resources/telephony/recordings/cel-attended-by-phone.jsonl");

    @Test
    void whoeverWasAskedFirstIsInTheCallFromTheMomentHeIsConnected() throws IOException {
        List<CallFact> facts = Files.readAllLines(RECORDING).stream()
                .flatMap(line -> JournalReading.record(JournalLine.Source.CEL, line).stream())
                .map(JournalReading::fact)
                .flatMap(Optional::stream)
                .filter(fact -> fact.linkedid().equals("mw1-1795731935.7"))
                .toList();
        assertThat(facts)
                .contains(new CallFact.Joined(
                        "mw1-1795731935.7",
                        new CallFact.Party("mw1-1795731940.10", "PJSIP/1002-0000000a"),
                        Instant.parse("2026-11-26T22:25:42.640210Z")));
    }
}

package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Hang-ups of calls we made, as a real Asterisk 22.10 wrote them. */
class UnansweredTest {

    @Test
    void asteriskSaysNoAnswerOfThreeDifferentThingsAndTheCauseTellsThemApart() {
        assertThat(why("NOANSWER", 16)).isEqualTo(Unanswered.NO_ANSWER);
        assertThat(why("NOANSWER", 21)).isEqualTo(Unanswered.REFUSED);
        assertThat(why("NOANSWER", 1)).isEqualTo(Unanswered.UNREACHABLE);
        assertThat(why("CONGESTION", 34)).isEqualTo(Unanswered.UNREACHABLE);
    }

    @Test
    void busyAndGivenUpAreSaidAsTheyAre() {
        assertThat(why("BUSY", 17)).isEqualTo(Unanswered.BUSY);
        assertThat(why("CANCEL", 0)).isEqualTo(Unanswered.CANCELLED);
    }

    @Test
    void whereNothingWasDialledTheAdvisorDidNotPickUpOrHungUpAtOnce() {
        assertThat(Unanswered.of("", 19, false)).isEqualTo(Unanswered.ADVISOR_NO_ANSWER);
        assertThat(Unanswered.of("", 16, true)).isEqualTo(Unanswered.CANCELLED);
    }

    @Test
    void theJournalTellsItWithTheTelephoneThatDialled() {
        assertThat(
                        fact(
                                "mw-out-1",
                                "{\\\"hangupcause\\\":17,\\\"hangupsource\\\":\\\"dialplan/builtin\\\",\\\"dialstatus\\\":\\\"BUSY\\\"}"))
                .contains(new CallFact.Dialled("mw-out-1", "BUSY", 17, Instant.parse("2026-11-27T02:55:40Z")));
        assertThat(fact("mw-out-1", "{\\\"hangupcause\\\":16,\\\"dialstatus\\\":\\\"ANSWER\\\"}"))
                .isEmpty();
        assertThat(fact("mw-1795.3", "{\\\"hangupcause\\\":17,\\\"dialstatus\\\":\\\"\\\"}"))
                .isEmpty();
    }

    private static Unanswered why(String status, int cause) {
        return Unanswered.of(status, cause, true);
    }

    private static Optional<CallFact> fact(String uniqueid, String extra) {
        return List.of("""
            {"eventtype":"HANGUP","eventtime":"2026-11-27T02:55:40.000000+0000","channame":"PJSIP/1001-00000002",\
            "uniqueid":"%s","linkedid":"mw-out-1","eventextra":"%s"}\
            """.formatted(uniqueid, extra)).stream()
                .flatMap(line -> JournalReading.record(JournalLine.Source.CEL, line).stream())
                .flatMap(line -> JournalReading.fact(line).stream())
                .findFirst();
    }
}

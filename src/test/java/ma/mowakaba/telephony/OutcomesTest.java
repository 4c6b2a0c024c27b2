package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import ma.mowakaba.contact.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomesTest {

    @ParameterizedTest
    @CsvSource({
        "queue=general-fr&qstatus=CONTINUE&abandoned=&wait_ms=1000&talk_ms=2019&vm=&cause=16, ANSWERED",
        "queue=general-fr&qstatus=&abandoned=&wait_ms=1000&talk_ms=30011&vm=&cause=16, ANSWERED",
        "queue=general-fr&qstatus=&abandoned=TRUE&wait_ms=4000&talk_ms=0&vm=&cause=16, ABANDONED",
        "queue=general-fr&qstatus=TIMEOUT&abandoned=TRUE&wait_ms=4000&talk_ms=0&vm=SUCCESS&cause=16, VOICEMAIL",
        "queue=general-fr&qstatus=TIMEOUT&abandoned=TRUE&wait_ms=4000&talk_ms=0&vm=FAILED&cause=16, TIMEOUT",
        "queue=general-fr&qstatus=TIMEOUT&abandoned=&wait_ms=4000&talk_ms=0&vm=&cause=16, TIMEOUT",
        "queue=general-fr&qstatus=FULL&abandoned=&wait_ms=&talk_ms=&vm=&cause=16, FULL",
        "queue=general-fr&qstatus=JOINEMPTY&abandoned=&wait_ms=&talk_ms=&vm=&cause=16, JOIN_EMPTY",
        "queue=general-fr&qstatus=LEAVEEMPTY&abandoned=&wait_ms=&talk_ms=&vm=&cause=16, LEAVE_EMPTY",
        "queue=&qstatus=CLOSED&abandoned=&wait_ms=&talk_ms=&vm=&cause=16, CLOSED",
        "queue=&qstatus=&abandoned=&wait_ms=&talk_ms=&vm=&cause=16, IVR_HANGUP",
    })
    void theSummaryOfTheHangUpHandlerSaysHowTheCallEnded(String pairs, Outcome outcome) {
        assertThat(Outcomes.of(Summaries.parse(pairs), false)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "'', true, true, ANSWERED",
        "ABANDON, true, false, ABANDONED",
        "EXITWITHTIMEOUT, true, false, TIMEOUT",
        "EXITEMPTY, true, false, LEAVE_EMPTY",
        "'', false, false, IVR_HANGUP",
        "VANISHED, true, true, INTERRUPTED",
    })
    void withoutASummaryTheQueuesOwnLogDecides(String hint, boolean queued, boolean answered, Outcome outcome) {
        assertThat(Outcomes.without(hint, queued, answered)).isEqualTo(outcome);
    }
}

package ma.mowakaba.ticket;

import static ma.mowakaba.ticket.TicketState.CLOSED;
import static ma.mowakaba.ticket.TicketState.NEW;
import static ma.mowakaba.ticket.TicketState.ON_HOLD;
import static ma.mowakaba.ticket.TicketState.OPEN;
import static ma.mowakaba.ticket.TicketState.RESOLVED;
import static ma.mowakaba.ticket.TicketState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import ma.mowakaba.kernel.Problem;
import org.junit.jupiter.api.Test;

class TicketStateTest {

    @Test
    void nothingBecomesNewAgain() {
        assertThat(Arrays.stream(TicketState.values()).filter(state -> state != NEW))
                .noneMatch(state -> state.mayBecome(NEW));
    }

    @Test
    void everyUnfinishedCaseMayBeResolvedOrClosed() {
        assertThat(Arrays.stream(TicketState.values()).filter(TicketState::unfinished))
                .containsExactly(NEW, OPEN, WAITING, ON_HOLD)
                .allMatch(state -> state.mayBecome(RESOLVED) && state.mayBecome(CLOSED));
    }

    @Test
    void aClosedCaseMayOnlyBeOpened() {
        assertThat(Arrays.stream(TicketState.values()).filter(CLOSED::mayBecome))
                .containsExactly(OPEN, CLOSED);
    }

    @Test
    void codesAreReadAsTheyAreWritten() {
        assertThat(Arrays.stream(TicketState.values())).allMatch(state -> TicketState.of(state.code()) == state);
        assertThat(ON_HOLD.code()).isEqualTo("on-hold");
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> TicketState.of("ON_HOLD"));
    }
}

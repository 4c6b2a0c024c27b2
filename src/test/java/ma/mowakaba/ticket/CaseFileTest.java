package ma.mowakaba.ticket;

import static ma.mowakaba.ticket.Cases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.routing.Reason;
import ma.mowakaba.staff.StaffId;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

class CaseFileTest {

    private static final Instant DUE = NOON.plus(Duration.ofHours(8));
    private static final Instant LATER = NOON.plus(Duration.ofHours(1));
    private static final StaffId ADVISOR = new StaffId(UUID.fromString("018f0000-0000-7000-8000-000000000001"));

    private final CaseFile file = opened();

    @Test
    void theFirstAnswerCountsAndItIsTheRequestersTurn() {
        file.answer(ADVISOR, LATER, owed(DUE.plusSeconds(60)));
        file.answer(ADVISOR, LATER.plusSeconds(600), owed(DUE.plusSeconds(60)));

        Ticket ticket = file.ticket();
        assertThat(ticket.firstResponseAt()).contains(LATER);
        assertThat(ticket.state()).isEqualTo(TicketState.WAITING);
        assertThat(ticket.advisor()).contains(ADVISOR);
        assertThat(ticket.due()).contains(DUE.plusSeconds(60));
    }

    @Test
    void aFinishedCaseOwesNothingAndAReopenedOneDoesAgain() {
        file.become(TicketState.RESOLVED, Optional.of(ADVISOR), LATER);
        assertThat(file.ticket().due()).isEmpty();
        assertThat(file.ticket().resolvedAt()).contains(LATER);

        file.hear(LATER.plusSeconds(60), owed(DUE));
        assertThat(file.ticket().state()).isEqualTo(TicketState.OPEN);
        assertThat(file.ticket().resolvedAt()).isEmpty();
        assertThat(file.ticket().due()).contains(DUE);
    }

    @Test
    void aFurtherMessageDoesNotPutOffTheFirstAnswer() {
        file.hear(LATER, owed(DUE.plusSeconds(9999)));

        assertThat(file.ticket().due()).contains(DUE);
        assertThat(file.ticket().state()).isEqualTo(TicketState.NEW);
    }

    @Test
    void whoeverIsGivenANewCaseOpensItAndBothAreToldOnce() {
        file.give(Optional.of(ADVISOR), Reason.of("only-one"), LATER);
        file.give(Optional.of(ADVISOR), Reason.of("only-one"), LATER);

        assertThat(file.happened())
                .containsExactly(
                        new TimelineEntry.Assignment(Optional.of(ADVISOR), Reason.of("only-one"), LATER),
                        new TimelineEntry.StateChange(TicketState.NEW, TicketState.OPEN, Optional.of(ADVISOR), LATER));
        assertThat(file.happened()).isEmpty();
    }

    @Test
    void resolvedKeepsItsTimeWhenItIsClosed() {
        file.become(TicketState.RESOLVED, Optional.empty(), LATER);
        file.become(TicketState.CLOSED, Optional.empty(), LATER.plusSeconds(60));

        assertThat(file.ticket().resolvedAt()).contains(LATER);
        assertThat(file.closedAt()).contains(LATER.plusSeconds(60));
    }

    private static CaseFile opened() {
        CaseFile file = new CaseFile(
                new TicketId(UUID.randomUUID()),
                new TicketNumber("2026-000123"),
                Cases.about("Subvention"),
                NOON,
                owed(DUE));
        ReflectionTestUtils.setField(file, "version", 0L);
        return file;
    }

    private static Promise owed(java.time.Instant due) {
        return new Promise(NOON, 60, due);
    }
}

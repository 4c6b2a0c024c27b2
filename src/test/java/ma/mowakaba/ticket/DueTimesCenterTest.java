package ma.mowakaba.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.CenterTest;
import ma.mowakaba.calendar.Holidays;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.staff.StaffId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Due times move with the days off. The cases count from October 2047, which no other test looks at. */
@CenterTest
class DueTimesCenterTest {

    /** A Monday at 15:30; eight hours of work end on Tuesday at 15:30, or a day later. */
    private static final Instant MONDAY = Instant.parse("2047-10-07T15:30:00Z");

    private static final LocalDate TUESDAY = LocalDate.of(2047, 10, 8);
    private static final Instant ON_TUESDAY = Instant.parse("2047-10-08T15:30:00Z");
    private static final Instant ON_WEDNESDAY = Instant.parse("2047-10-09T15:30:00Z");

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    Holidays holidays;

    @Autowired
    Recounting recounting;

    @Autowired
    DueTimes due;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void openAgain() {
        holidays.reopen(TUESDAY);
        jdbc.sql("delete from ticket where subject = 'Échéance' and number like '2047-%'")
                .update();
    }

    @Test
    void anAnswerIsOwedSomeMinutesAfterTheCaseWasOpened() {
        Ticket ticket = helpdesk.open(Cases.about("Échéance"), Optional.empty());

        assertThat(ticket.due())
                .contains(due.answer(Priority.NORMAL, ticket.createdAt()).due());
    }

    @Test
    void aDayThatIsClosedMovesEveryDueTimeThatRunsAndNothingElse() {
        Ticket running = owedOnTuesday();
        Ticket resolved = owedOnTuesday();
        helpdesk.change(resolved.id(), TicketChange.to(TicketState.RESOLVED), resolved.version(), Optional.empty());
        long version = helpdesk.get(running.id()).version();

        holidays.close(TUESDAY, "Inventaire");
        await().until(() -> helpdesk.get(running.id()).due().equals(Optional.of(ON_WEDNESDAY)));

        assertThat(helpdesk.get(running.id()).version())
                .as("whoever read it is told")
                .isEqualTo(version + 1);
        assertThat(helpdesk.get(resolved.id()).due()).isEmpty();
        assertThat(helpdesk.timeline(running.id(), Page.Request.first(50)).items())
                .as("the promise is the same")
                .isEmpty();

        holidays.reopen(TUESDAY);
        await().until(() -> helpdesk.get(running.id()).due().equals(Optional.of(ON_TUESDAY)));
    }

    @Test
    void twoThousandAreMovedWhileTheyAreWorkedOn() {
        Ticket one = owedOnTuesday();
        jdbc.sql("""
            insert into ticket (id, number, subject, state, priority, domain, language, channel, created_at, updated_at,
              due_at, due_from, due_minutes, version)
            select uuid(), concat('2047-', 100000 + seq), 'Échéance', 'OPEN', 'NORMAL', 'funding', 'FR', 'MAIL', now(), now(),
              ?, ?, 480, 0 from seq_1_to_2000\
            """).params(Columns.utc(ON_TUESDAY), Columns.utc(MONDAY)).update();
        holidays.close(TUESDAY, "Inventaire");
        int notes = 0;
        while (count(ON_WEDNESDAY) < 2000) {
            helpdesk.note(one.id(), new StaffId(UUID.randomUUID()), "Pendant ce temps");
            notes++;
        }

        assertThat(count(ON_TUESDAY)).isZero();
        assertThat(notes).as("written while they moved").isPositive();
        await().until(() -> helpdesk.get(one.id()).due().equals(Optional.of(ON_WEDNESDAY)));
    }

    @Test
    void whatANodeLeftUndoneWhenItDiedIsDoneByTheSweep() {
        Ticket ticket = owedOnTuesday();
        holidays.close(TUESDAY, "Inventaire");
        await().until(() -> helpdesk.get(ticket.id()).due().equals(Optional.of(ON_WEDNESDAY)));
        owe(ticket, ON_TUESDAY);
        jdbc.sql("insert into due_recount (from_day, asked_at) values (?, ?)")
                .params(
                        java.sql.Date.valueOf(TUESDAY),
                        Columns.utc(Instant.now().minusSeconds(300)))
                .update();

        recounting.sweep();

        assertThat(helpdesk.get(ticket.id()).due()).contains(ON_WEDNESDAY);
        assertThat(jdbc.sql("select count(*) from due_recount where from_day = ?")
                        .param(java.sql.Date.valueOf(TUESDAY))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Ticket owedOnTuesday() {
        Ticket ticket = helpdesk.open(Cases.about("Échéance"), Optional.empty());
        owe(ticket, ON_TUESDAY);
        return helpdesk.get(ticket.id());
    }

    private void owe(Ticket ticket, Instant at) {
        jdbc.sql("update ticket set due_from = ?, due_minutes = 480, due_at = ? where id = ?")
                .params(Columns.utc(MONDAY), Columns.utc(at), ticket.id().value())
                .update();
    }

    private long count(Instant at) {
        return jdbc.sql("select count(*) from ticket where due_at = ? and number like '2047-%'")
                .param(Columns.utc(at))
                .query(Long.class)
                .single();
    }
}

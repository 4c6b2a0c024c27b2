package ma.mowakaba.ticket;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The due times that run, and the orders to count them again. */
@Repository
class RunningPromises {

    private static final List<String> UNFINISHED = Arrays.stream(TicketState.values())
            .filter(TicketState::unfinished)
            .map(Enum::name)
            .toList();

    private final JdbcClient sql;

    RunningPromises(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param last of the orders this one stands for */
    record Recount(LocalDate from, long last) {}

    record Running(UUID ticket, Instant from, long minutes, Instant due) {}

    void order(LocalDate from, Instant at) {
        sql.sql("insert into due_recount (from_day, asked_at) values (?, ?)")
                .params(Date.valueOf(from), Columns.utc(at))
                .update();
    }

    /** @return all that were given up to then, as one */
    Optional<Recount> ordered(Instant until) {
        return sql.sql("select min(from_day) as first, max(id) as last from due_recount where asked_at <= ? having"
                        + " last is not null")
                .param(Columns.utc(until))
                .query((row, number) -> new Recount(row.getObject("first", LocalDate.class), row.getLong("last")))
                .optional();
    }

    void done(Recount recount) {
        sql.sql("delete from due_recount where id <= ?").param(recount.last()).update();
    }

    /** @return the cases whose due time is not before then; what is closed costs nothing */
    List<UUID> dueSince(Instant at) {
        return sql.sql("select id from ticket where state in (:states) and due_key >= :at and due_key < '9999-12-31'")
                .param("states", UNFINISHED)
                .param("at", Columns.utc(at))
                .query((row, number) -> Columns.uuid(row, "id"))
                .list();
    }

    List<Running> of(List<UUID> tickets) {
        return sql.sql("select id, due_from, due_minutes, due_at from ticket where id in (:ids) and due_at is not null"
                        + " and due_from is not null")
                .param("ids", tickets)
                .query((row, number) -> new Running(
                        Columns.uuid(row, "id"),
                        Columns.instant(row, "due_from"),
                        row.getLong("due_minutes"),
                        Columns.instant(row, "due_at")))
                .list();
    }

    /** Unless something else is owed by now. @return whether it was moved */
    @Transactional
    boolean move(Running running, Instant due) {
        return sql.sql("""
            update ticket set due_at = :due, version = version + 1
            where id = :id and due_at = :old and due_from = :from and due_minutes = :minutes\
            """)
                        .param("due", Columns.utc(due))
                        .param("old", Columns.utc(running.due()))
                        .param("from", Columns.utc(running.from()))
                        .param("minutes", running.minutes())
                        .param("id", running.ticket())
                        .update()
                == 1;
    }
}

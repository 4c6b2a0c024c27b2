package ma.mowakaba.telephony;

import static ma.mowakaba.kernel.Columns.instant;
import static ma.mowakaba.kernel.Columns.utc;
import static ma.mowakaba.kernel.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Ids;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.ticket.TicketId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Callbacks we owe: at most one for each number, in the order in which the callers began to wait. */
@Repository
class Callbacks {

    private static final int TRIES = 3;
    private static final Duration NOT_REACHED = Duration.ofMinutes(5);
    private static final Duration NO_ADVISOR = Duration.ofSeconds(10);

    private final JdbcClient sql;
    private final Clock clock;

    Callbacks(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param since when he began to wait: his place */
    record Owed(UUID id, PhoneNumber number, QueueName queue, TicketId ticket, Instant since) {

        private static Owed read(ResultSet row, int number) throws SQLException {
            return new Owed(
                    uuid(row, "id"),
                    new PhoneNumber(row.getString("number")),
                    QueueName.parse(row.getString("queue")),
                    new TicketId(uuid(row, "ticket_id")),
                    instant(row, "since"));
        }
    }

    /** Nothing when the number has one already, or this call asked before. */
    void owe(String call, PhoneNumber number, QueueName queue, TicketId ticket, Instant since) {
        sql.sql("""
            insert ignore into callback (id, number, open_number, queue, ticket_id, asked_in, since, due_at)
            values (:id, :number, :number, :queue, :ticket, :call, :since, :now)\
            """)
                .param("id", Ids.next(clock.millis()))
                .param("number", number.e164())
                .param("queue", queue.toString())
                .param("ticket", ticket.value())
                .param("call", call)
                .param("since", utc(since))
                .param("now", utc(Columns.now(clock)))
                .update();
    }

    boolean owed(PhoneNumber number) {
        return sql.sql("select 1 from callback where open_number = ?")
                .param(number.e164())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** @return those whose time has come and that nobody dials now, longest wait first */
    List<Owed> due() {
        return sql.sql("select * from callback where ended_at is null and due_at <= ? and dialled is null"
                        + " order by since limit 100")
                .param(utc(Columns.now(clock)))
                .query(Owed::read)
                .list();
    }

    /** @return whether nobody else dials it */
    boolean dial(Owed owed, String call) {
        return 1
                == sql.sql("update callback set dialled = ? where id = ? and dialled is null and ended_at is null")
                        .params(call, owed.id())
                        .update();
    }

    /** The caller was reached, by us or because he called again. */
    void reached(PhoneNumber number) {
        sql.sql("update callback set ended_at = ?, result = 'reached', open_number = null where open_number = ?")
                .params(utc(Columns.now(clock)), number.e164())
                .update();
    }

    /** The advisor picked up but the caller did not: a while later again, three times in all. */
    void notReached(String call) {
        sql.sql("""
            update callback set tries = tries + 1, dialled = null, due_at = :later,
              ended_at = if(tries >= :tries, :now, null), result = if(tries >= :tries, 'missed', null),
              open_number = if(tries >= :tries, null, number)
            where dialled = :call and ended_at is null\
            """)
                .param("later", utc(Columns.now(clock).plus(NOT_REACHED)))
                .param("tries", TRIES)
                .param("now", utc(Columns.now(clock)))
                .param("call", call)
                .update();
    }

    /** No advisor picked up: the caller never noticed, and keeps his place. */
    void notTried(String call) {
        sql.sql("update callback set dialled = null, due_at = ? where dialled = ? and ended_at is null")
                .params(utc(Columns.now(clock).plus(NO_ADVISOR)), call)
                .update();
    }

    /** @return whether the call is one by which we call back */
    boolean dialling(String call) {
        return Optional.of(call)
                .flatMap(it -> sql.sql("select 1 from callback where dialled = ? and ended_at is null")
                        .param(it)
                        .query(Integer.class)
                        .optional())
                .isPresent();
    }
}

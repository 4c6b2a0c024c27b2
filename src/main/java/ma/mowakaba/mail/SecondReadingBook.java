package ma.mowakaba.mail;

import static ma.mowakaba.kernel.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.mail.SecondReadings.Order;
import ma.mowakaba.staff.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which mails are to be read again, and how far that is. The ids of originals begin with their time. */
@Repository
class SecondReadingBook {

    /** Copies are no message of their own. */
    private static final String MESSAGES =
            " and state in ('FILED', 'SET_ASIDE')" + " and outcome in ('CREATED', 'APPENDED', 'AUTO_REPLY', 'BOUNCE')";

    private static final String SPAN =
            " from mail_raw where id > :after and id < :until and message_id is not null" + MESSAGES;

    private final JdbcClient sql;

    SecondReadingBook(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return the original that a message was made of */
    Optional<UUID> original(UUID message) {
        return sql.sql("select id from mail_raw where message_id = :message" + MESSAGES + " order by id limit 1")
                .param("message", message)
                .query((row, number) -> Columns.uuid(row, "id"))
                .optional();
    }

    void order(Instant from, Instant until, StaffId by, Instant now) {
        sql.sql("insert into mail_second_reading (from_at, until_at, asked_by, asked_at, last_id, total) values"
                        + " (:from, :to, :by, :now, :after, (select count(*)" + SPAN + "))")
                .param("from", utc(from))
                .param("to", utc(until))
                .param("by", by.value())
                .param("now", utc(now))
                .param("after", first(from))
                .param("until", first(until))
                .update();
    }

    Optional<Order> next() {
        return sql.sql("select * from mail_second_reading where finished_at is null order by id limit 1")
                .query(SecondReadingBook::read)
                .optional();
    }

    List<Order> orders() {
        return sql.sql("select * from mail_second_reading order by id desc limit 10")
                .query(SecondReadingBook::read)
                .list();
    }

    record Waiting(UUID id, UUID message) {}

    /** @return behind those that were looked at, in the order in which they came */
    List<Waiting> waiting(Order order, int most) {
        UUID after = sql.sql("select last_id from mail_second_reading where id = :id")
                .param("id", order.id())
                .query((row, number) -> Columns.uuid(row, "last_id"))
                .single();
        return sql.sql("select id, message_id" + SPAN + " order by id limit :most")
                .param("after", after)
                .param("until", first(order.until()))
                .param("most", most)
                .query((row, number) -> new Waiting(Columns.uuid(row, "id"), Columns.uuid(row, "message_id")))
                .list();
    }

    void looked(Order order, Waiting at, boolean changed, boolean failed) {
        sql.sql("update mail_second_reading set last_id = :last, looked = looked + 1, changed = changed + :changed,"
                        + " failed = failed + :failed where id = :id")
                .param("last", at.id())
                .param("changed", changed ? 1 : 0)
                .param("failed", failed ? 1 : 0)
                .param("id", order.id())
                .update();
    }

    void finished(Order order, Instant now) {
        sql.sql("update mail_second_reading set finished_at = :now where id = :id")
                .param("now", utc(now))
                .param("id", order.id())
                .update();
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.7">RFC 9562</a> */
    private static UUID first(Instant at) {
        return new UUID(at.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
    }

    private static Order read(ResultSet row, int number) throws SQLException {
        return new Order(
                row.getLong("id"),
                Columns.instant(row, "from_at"),
                Columns.instant(row, "until_at"),
                new StaffId(Columns.uuid(row, "asked_by")),
                Columns.instant(row, "asked_at"),
                row.getInt("total"),
                row.getInt("looked"),
                row.getInt("changed"),
                row.getInt("failed"),
                Columns.maybeInstant(row, "finished_at"));
    }
}

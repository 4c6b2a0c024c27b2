package ma.mowakaba.routing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.routing.Router.Assignment;
import ma.mowakaba.staff.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of who had which contact, and why. */
@Repository
class Assignments {

    private static final String COLUMNS = "a.contact, a.advisor, a.reason, a.arguments, a.at, a.released_at";
    private static final String SEPARATOR = "\n";

    private final JdbcClient jdbc;

    Assignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param id new, of version 7 */
    record Made(UUID id, ContactId contact, Channel channel, StaffId advisor, Reason reason, Instant at) {}

    void open(Made made) {
        jdbc.sql("insert into routing_assignment (id, contact, channel, advisor, reason, arguments, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        made.id(),
                        made.contact().value(),
                        made.channel().name(),
                        made.advisor().value(),
                        made.reason().key(),
                        String.join(SEPARATOR, made.reason().arguments()),
                        Columns.utc(made.at()))
                .update();
    }

    /** @param why key of the reason, such as {@code done} */
    void close(UUID id, String why, Instant at) {
        jdbc.sql("update routing_assignment set released_at = ?, released_reason = ? where id = ? and"
                        + " released_at is null")
                .params(Columns.utc(at), why, id)
                .update();
    }

    List<Assignment> current(StaffId advisor) {
        return jdbc.sql("select " + COLUMNS + " from routing_line l join routing_assignment a on a.id = l.assignment"
                        + " where l.advisor = ? order by a.at")
                .param(advisor.value())
                .query((row, n) -> assignment(row))
                .list();
    }

    List<Assignment> current() {
        return jdbc.sql("select " + COLUMNS + " from routing_line l join routing_assignment a on a.id = l.assignment"
                        + " where l.advisor is not null order by a.at")
                .query((row, n) -> assignment(row))
                .list();
    }

    List<Assignment> history(ContactId contact) {
        return jdbc.sql("select " + COLUMNS + " from routing_assignment a where a.contact = ? order by a.at, a.id")
                .param(contact.value())
                .query((row, n) -> assignment(row))
                .list();
    }

    private static Assignment assignment(ResultSet row) throws SQLException {
        String arguments = row.getString("arguments");
        return new Assignment(
                new ContactId(Columns.uuid(row, "contact")),
                new StaffId(Columns.uuid(row, "advisor")),
                new Reason(
                        row.getString("reason"), arguments.isEmpty() ? List.of() : List.of(arguments.split(SEPARATOR))),
                Columns.instant(row, "at"),
                Columns.maybeInstant(row, "released_at"));
    }
}

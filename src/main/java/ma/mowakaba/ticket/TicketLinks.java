package ma.mowakaba.ticket;

import static ma.mowakaba.kernel.Columns.utc;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases that belong together. */
@Repository
class TicketLinks {
    private final JdbcClient sql;

    TicketLinks(JdbcClient sql) {
        this.sql = sql;
    }

    /** Both know of each other; once is enough. */
    void link(TicketId one, TicketId other, Instant at) {
        sql.sql("insert ignore into ticket_link (ticket_id, linked_id, linked_at) values (:one, :other, :at),"
                        + " (:other, :one, :at)")
                .param("one", one.value())
                .param("other", other.value())
                .param("at", utc(at))
                .update();
    }

    List<TicketNumber> of(TicketId ticket) {
        return sql.sql("select t.number from ticket_link l join ticket t on t.id = l.linked_id where l.ticket_id ="
                        + " :ticket order by t.number")
                .param("ticket", ticket.value())
                .query((row, number) -> new TicketNumber(row.getString("number")))
                .list();
    }
}

package ma.mowakaba.ticket;

import static ma.mowakaba.kernel.Columns.utc;

import java.time.Clock;
import java.util.Optional;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.staff.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What somebody is writing and has not sent. */
@Repository
class Notebook {
    private final JdbcClient sql;
    private final Clock clock;

    Notebook(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void save(TicketId ticket, StaffId author, String text) {
        if (text.isBlank()) {
            remove(ticket, author);
            return;
        }
        sql.sql("""
            insert into draft (ticket_id, author_id, body, updated_at) values (:ticket, :author, :body, :now)
            on duplicate key update body = values(body), updated_at = values(updated_at)\
            """)
                .param("ticket", ticket.value())
                .param("author", author.value())
                .param("body", text)
                .param("now", utc(Columns.now(clock)))
                .update();
    }

    Optional<String> read(TicketId ticket, StaffId author) {
        return sql.sql("select body from draft where ticket_id = :ticket and author_id = :author")
                .param("ticket", ticket.value())
                .param("author", author.value())
                .query(String.class)
                .optional();
    }

    /** What was being written in one case is written in another, below what is there. */
    void move(TicketId from, TicketId to) {
        sql.sql("""
            insert into draft (ticket_id, author_id, body, updated_at)
            select :to, f.author_id, f.body, f.updated_at from draft f where f.ticket_id = :from
            on duplicate key update body = concat(draft.body, '\n\n', values(body))\
            """).param("from", from.value()).param("to", to.value()).update();
        sql.sql("delete from draft where ticket_id = :from")
                .param("from", from.value())
                .update();
    }

    void remove(TicketId ticket, StaffId author) {
        sql.sql("delete from draft where ticket_id = :ticket and author_id = :author")
                .param("ticket", ticket.value())
                .param("author", author.value())
                .update();
    }
}

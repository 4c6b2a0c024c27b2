package ma.mowakaba.ticket;

import static ma.mowakaba.kernel.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.staff.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the classifier told of a case when it was opened, and where people moved it. */
@Repository
class SortingBook {

    private final JdbcClient sql;

    SortingBook(JdbcClient sql) {
        this.sql = sql;
    }

    /** A case that was moved and of which the knowledge base does not know yet. */
    record Moved(TicketId ticket, DomainCode said, DomainCode meant, Optional<UUID> by, Instant at) {

        /** @return whose correction it is; nobody's when it went back to where it was, or a program moved it */
        Optional<UUID> corrected() {
            return by.filter(_ -> !meant.equals(said));
        }
    }

    void sorted(TicketId ticket, Library.Classification told, Instant at) {
        sql.sql("insert into case_sorting (ticket_id, said, confidence, lessons, sorted_at)"
                        + " values (:ticket, :said, :confidence, :lessons, :at)")
                .param("ticket", ticket.value())
                .param("said", told.domain().value())
                .param("confidence", told.confidence())
                .param("lessons", told.learned().generation())
                .param("at", utc(at))
                .update();
    }

    /** Does nothing for a case that the classifier did not sort. */
    void moved(TicketId ticket, DomainCode to, Optional<StaffId> by, Instant at) {
        sql.sql("update case_sorting set meant = :to, moved_by = :by, moved_at = :at, taught = 0 where"
                        + " ticket_id = :ticket")
                .param("ticket", ticket.value())
                .param("to", to.value())
                .param("by", by.map(StaffId::value).orElse(null))
                .param("at", utc(at))
                .update();
    }

    /** @return oldest first */
    List<Moved> untaught(int most) {
        return sql.sql("select ticket_id, said, meant, moved_by, moved_at from case_sorting where taught = 0"
                        + " order by moved_at limit :most")
                .param("most", most)
                .query(SortingBook::read)
                .list();
    }

    /** Unless it was moved again meanwhile. */
    void taught(Moved moved) {
        sql.sql("update case_sorting set taught = 1 where ticket_id = :ticket and moved_at = :at")
                .param("ticket", moved.ticket.value())
                .param("at", utc(moved.at))
                .update();
    }

    void forget(Instant before) {
        sql.sql("delete from case_sorting where sorted_at < :before")
                .param("before", utc(before))
                .update();
    }

    private static Moved read(ResultSet row, int number) throws SQLException {
        return new Moved(
                new TicketId(Columns.uuid(row, "ticket_id")),
                new DomainCode(row.getString("said")),
                new DomainCode(row.getString("meant")),
                Columns.maybeUuid(row, "moved_by"),
                Columns.instant(row, "moved_at"));
    }
}

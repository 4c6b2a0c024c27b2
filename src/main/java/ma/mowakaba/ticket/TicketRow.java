package ma.mowakaba.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.staff.StaffId;

/** A row of the table, with its tags, as a case. */
final class TicketRow {
    /** What {@link #read} needs of a table called {@code t}. */
    static final String COLUMNS = "t.*, (select group_concat(g.tag order by g.tag separator '\\n"
            + "') from ticket_tag g where g.ticket_id = t.id) as tags";

    private TicketRow() {}

    static Ticket read(ResultSet row, int number) throws SQLException {
        return new Ticket(
                new TicketId(Columns.uuid(row, "id")),
                new TicketNumber(row.getString("number")),
                row.getString("subject"),
                TicketState.valueOf(row.getString("state")),
                Priority.valueOf(row.getString("priority")),
                new DomainCode(row.getString("domain")),
                Language.valueOf(row.getString("language")),
                Channel.valueOf(row.getString("channel")),
                Columns.maybeUuid(row, "requester_id").map(PersonId::new),
                Optional.ofNullable(row.getString("association")),
                Columns.maybeUuid(row, "advisor_id").map(StaffId::new),
                tags(row),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                Columns.maybeInstant(row, "first_response_at"),
                Columns.maybeInstant(row, "resolved_at"),
                Columns.maybeInstant(row, "due_at"),
                Columns.maybeUuid(row, "merged_into").map(TicketId::new),
                row.getLong("version"));
    }

    private static Set<String> tags(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("tags"))
                .<Set<String>>map(tags -> new LinkedHashSet<>(List.of(tags.split("\n"))))
                .orElse(Set.of());
    }
}

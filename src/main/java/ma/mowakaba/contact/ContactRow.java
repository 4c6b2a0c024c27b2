package ma.mowakaba.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.StaffId;

/** A row of the table as a contact. */
final class ContactRow {
    private ContactRow() {}

    static Contact read(ResultSet row, int number) throws SQLException {
        return new Contact(
                new ContactId(Columns.uuid(row, "id")),
                Channel.valueOf(row.getString("channel")),
                row.getString("reference"),
                Columns.maybeUuid(row, "person_id").map(PersonId::new),
                new DomainCode(row.getString("domain")),
                Language.valueOf(row.getString("language")),
                Columns.instant(row, "opened_at"),
                Columns.maybeInstant(row, "queued_at"),
                Columns.maybeInstant(row, "answered_at"),
                Columns.maybeUuid(row, "answered_by").map(StaffId::new),
                Columns.maybeInstant(row, "ended_at"),
                Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf));
    }
}

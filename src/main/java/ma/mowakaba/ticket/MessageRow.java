package ma.mowakaba.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.staff.StaffId;

/** Rows of the tables of texts. */
final class MessageRow {
    private MessageRow() {}

    static TimelineEntry.Message message(ResultSet row, List<TimelineEntry.Attachment> attachments)
            throws SQLException {
        return new TimelineEntry.Message(
                new MessageId(Columns.uuid(row, "id")),
                new TicketId(Columns.uuid(row, "ticket_id")),
                Channel.valueOf(row.getString("channel")),
                TimelineEntry.Direction.valueOf(row.getString("direction")),
                row.getBoolean("automatic"),
                Columns.maybeUuid(row, "author_id").map(StaffId::new),
                row.getString("sender"),
                row.getString("recipient"),
                Copies.read(row.getString("copies")),
                row.getString("subject"),
                row.getString("body"),
                Optional.ofNullable(row.getString("html")),
                attachments,
                TimelineEntry.Delivery.valueOf(row.getString("delivery")),
                Optional.ofNullable(row.getString("failure")),
                Columns.instant(row, "at"));
    }

    static TimelineEntry.Note note(ResultSet row) throws SQLException {
        return new TimelineEntry.Note(
                new MessageId(Columns.uuid(row, "id")),
                new StaffId(Columns.uuid(row, "author_id")),
                row.getString("body"),
                Columns.instant(row, "at"));
    }
}

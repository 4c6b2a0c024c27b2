package ma.mowakaba.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.routing.Reason;
import ma.mowakaba.staff.StaffId;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row of the timeline.
 *
 * @param detail what this kind has beside the common columns, in the order {@link #detail(TimelineEntry)} writes
 */
record TimelineRow(
        Instant at,
        long seq,
        Timeline.Kind kind,
        Optional<UUID> message,
        Optional<ContactId> contact,
        Optional<StaffId> staff,
        List<String> detail) {

    static TimelineRow read(ResultSet row, JsonMapper json) throws SQLException {
        return new TimelineRow(
                Columns.instant(row, "at"),
                row.getLong("seq"),
                Timeline.Kind.valueOf(row.getString("kind")),
                Columns.maybeUuid(row, "message_id"),
                Columns.maybeUuid(row, "contact_id").map(ContactId::new),
                Columns.maybeUuid(row, "staff_id").map(StaffId::new),
                List.of(json.readValue(row.getString("detail"), String[].class)));
    }

    static List<String> detail(TimelineEntry entry) {
        return switch (entry) {
            case TimelineEntry.Message m -> List.of();
            case TimelineEntry.Note n -> List.of();
            case TimelineEntry.Call c -> List.of(c.linkedid());
            case TimelineEntry.Assignment a -> reason(a.reason());
            case TimelineEntry.StateChange c -> List.of(c.from().name(), c.to().name());
            case TimelineEntry.Merge m ->
                List.of(m.other().value(), m.how().name(), m.from().name(), m.to().name());
            case TimelineEntry.ArticleSent a ->
                List.of(
                        a.slug(),
                        a.language().name(),
                        Integer.toString(a.version()),
                        a.title(),
                        Boolean.toString(a.whole()));
        };
    }

    String cursor() {
        return new Keyset(at, Long.toString(seq)).cursor();
    }

    TimelineEntry entry(TimelineTexts texts) {
        return switch (kind) {
            case MESSAGE -> texts.message(message.orElseThrow());
            case NOTE -> texts.note(message.orElseThrow());
            case CALL -> new TimelineEntry.Call(contact.orElseThrow(), detail.getFirst(), at);
            case ASSIGNMENT ->
                new TimelineEntry.Assignment(
                        staff, new Reason(detail.getFirst(), detail.subList(1, detail.size())), at);
            case STATE ->
                new TimelineEntry.StateChange(
                        TicketState.valueOf(detail.getFirst()), TicketState.valueOf(detail.getLast()), staff, at);
            case MERGE ->
                new TimelineEntry.Merge(
                        new TicketNumber(detail.getFirst()),
                        TimelineEntry.Merge.How.valueOf(detail.get(1)),
                        TicketState.valueOf(detail.get(2)),
                        TicketState.valueOf(detail.get(3)),
                        staff.orElseThrow(),
                        at);
            case ARTICLE -> {
                ReplyChannel.Passage passage = passage();
                yield new TimelineEntry.ArticleSent(
                        passage.slug(),
                        passage.language(),
                        passage.version(),
                        passage.title(),
                        passage.whole(),
                        staff,
                        at);
            }
        };
    }

    ReplyChannel.Passage passage() {
        return new ReplyChannel.Passage(
                detail.getFirst(),
                Language.valueOf(detail.get(1)),
                Integer.parseInt(detail.get(2)),
                detail.get(3),
                detail.size() > 4 && Boolean.parseBoolean(detail.get(4)));
    }

    private static List<String> reason(Reason reason) {
        List<String> detail = new java.util.ArrayList<>(List.of(reason.key()));
        detail.addAll(reason.arguments());
        return detail;
    }
}

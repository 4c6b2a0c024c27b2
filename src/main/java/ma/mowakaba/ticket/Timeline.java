package ma.mowakaba.ticket;

import static ma.mowakaba.kernel.Columns.utc;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kernel.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What happened in a case: one clustered range of one table, with the texts beside it. */
@Repository
class Timeline {
    private static final String AFTER = " and at >= :at and (at > :at or seq > :seq)";

    /** What parts have to say of themselves is theirs alone: who had them, how they stood. */
    private static final String OF_PARTS = " and (ticket_id = :ticket or kind not in ('ASSIGNMENT', 'STATE', 'MERGE'))";

    private final JdbcClient sql;
    private final Messages messages;
    private final MergeBook merges;
    private final JsonMapper json;

    Timeline(JdbcClient sql, Messages messages, MergeBook merges, JsonMapper json) {
        this.sql = sql;
        this.merges = merges;
        this.messages = messages;
        this.json = json;
    }

    void add(TicketId ticket, TimelineEntry entry) {
        switch (entry) {
            case TimelineEntry.Message m -> insert(ticket, entry, Kind.MESSAGE, m.id().value(), null, null);
            case TimelineEntry.Note n ->
                insert(
                        ticket,
                        entry,
                        Kind.NOTE,
                        n.id().value(),
                        null,
                        n.author().value());
            case TimelineEntry.Call c ->
                insert(ticket, entry, Kind.CALL, null, c.contact().value(), null);
            case TimelineEntry.Assignment a ->
                insert(
                        ticket,
                        entry,
                        Kind.ASSIGNMENT,
                        null,
                        null,
                        a.advisor().map(s -> s.value()).orElse(null));
            case TimelineEntry.StateChange c ->
                insert(
                        ticket,
                        entry,
                        Kind.STATE,
                        null,
                        null,
                        c.by().map(s -> s.value()).orElse(null));
            case TimelineEntry.Merge m -> insert(ticket, entry, Kind.MERGE, null, null, m.by().value());
            case TimelineEntry.ArticleSent a ->
                insert(
                        ticket,
                        entry,
                        Kind.ARTICLE,
                        null,
                        null,
                        a.by().map(s -> s.value()).orElse(null));
        }
    }

    /** An article that a message carries: the outbox finds it by the message. */
    void add(TicketId ticket, MessageId message, TimelineEntry.ArticleSent article) {
        insert(
                ticket,
                article,
                Kind.ARTICLE,
                message.value(),
                null,
                article.by().map(s -> s.value()).orElse(null));
        sql.sql("insert ignore into case_told (ticket_id, slug, version, told_at) values (:ticket, :slug,"
                        + " :version, :at)")
                .param("ticket", ticket.value())
                .param("slug", article.slug())
                .param("version", article.version())
                .param("at", utc(article.at()))
                .update();
    }

    /** With what was said in the cases that are parts of it. */
    Page<TimelineEntry> page(TicketId ticket, Page.Request page) {
        List<UUID> whole = merges.whole(ticket);
        Optional<Keyset> after = page.cursor().map(Keyset::parse);
        List<TimelineRow> rows = sql.sql("select * from timeline where ticket_id in (:whole)"
                        + (whole.size() > 1 ? OF_PARTS : "")
                        + (after.isPresent() ? AFTER : "") + " order by at, seq limit :limit")
                .param("whole", whole)
                .param("ticket", ticket.value())
                .param("at", utc(after.map(Keyset::at)))
                .param("seq", after.map(Keyset::number).orElse(0L))
                .param("limit", page.size() + 1)
                .query((row, number) -> TimelineRow.read(row, json))
                .list();
        Page<TimelineRow> found = Page.of(rows, page.size(), TimelineRow::cursor);
        TimelineTexts texts = messages.texts(found.items());
        return found.map(row -> row.entry(texts));
    }

    List<ReplyChannel.Passage> articles(TicketId ticket, MessageId message) {
        return sql.sql("""
            select * from timeline where ticket_id = :ticket and kind = 'ARTICLE' and message_id = :message
            order by at, seq\
            """)
                .param("ticket", ticket.value())
                .param("message", message.value())
                .query((row, number) -> TimelineRow.read(row, json).passage())
                .list();
    }

    private void insert(
            TicketId ticket,
            TimelineEntry entry,
            Kind kind,
            @Nullable UUID message,
            @Nullable UUID contact,
            @Nullable UUID staff) {
        sql.sql("""
            insert into timeline (ticket_id, at, kind, message_id, contact_id, staff_id, detail)
            values (:ticket, :at, :kind, :message, :contact, :staff, :detail)\
            """)
                .param("ticket", ticket.value())
                .param("at", utc(entry.at()))
                .param("kind", kind.name())
                .param("message", message)
                .param("contact", contact)
                .param("staff", staff)
                .param("detail", json.writeValueAsString(TimelineRow.detail(entry)))
                .update();
    }

    enum Kind {
        MESSAGE,
        NOTE,
        CALL,
        ASSIGNMENT,
        STATE,
        MERGE,
        ARTICLE
    }
}

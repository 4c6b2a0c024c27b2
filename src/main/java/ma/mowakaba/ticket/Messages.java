package ma.mowakaba.ticket;

import static ma.mowakaba.kernel.Columns.utc;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts of the cases: messages and notes. */
@Repository
class Messages {
    private final JdbcClient sql;
    private final Attachments attachments;
    private final MergeBook merges;

    Messages(JdbcClient sql, Attachments attachments, MergeBook merges) {
        this.sql = sql;
        this.merges = merges;
        this.attachments = attachments;
    }

    void add(TicketId ticket, Optional<ContactId> contact, TimelineEntry.Message message) {
        sql.sql("""
            insert into message (id, ticket_id, contact_id, channel, direction, automatic, author_id, sender, recipient,
              copies, subject, body, html, delivery, at, words)
            values (:id, :ticket, :contact, :channel, :direction, :automatic, :author, :sender, :recipient,
              :copies, :subject, :body, :html, :delivery, :at, :words)\
            """)
                .param("id", message.id().value())
                .param("ticket", ticket.value())
                .param("contact", contact.map(ContactId::value).orElse(null))
                .param("channel", message.channel().name())
                .param("direction", message.direction().name())
                .param("automatic", message.automatic())
                .param("author", message.author().map(author -> author.value()).orElse(null))
                .param("sender", Texts.cut(message.from(), 400))
                .param("recipient", Texts.cut(message.to(), 1000))
                .param("copies", Copies.written(message.copies()))
                .param("subject", subject(message.subject()))
                .param("body", message.text())
                .param("html", message.html().orElse(null))
                .param("delivery", message.delivery().name())
                .param("at", utc(message.at()))
                .param("words", words(message.automatic(), message.subject(), message.text()))
                .update();
    }

    static String subject(String said) {
        return Texts.cut(said, 1000);
    }

    /** @return by which a message is found */
    static String words(boolean automatic, String subject, String text) {
        return automatic ? "" : SearchWords.of(subject + " " + text);
    }

    void attach(TicketId ticket, MessageId message, List<IncomingMessage.AttachmentDraft> files) {
        for (int position = 0; position < files.size(); position++) {
            attachments.add(ticket, message, position, files.get(position));
        }
    }

    void add(TicketId ticket, TimelineEntry.Note note) {
        sql.sql("insert into note (id, ticket_id, author_id, body, at) values (:id, :ticket, :author, :body, :at)")
                .param("id", note.id().value())
                .param("ticket", ticket.value())
                .param("author", note.author().value())
                .param("body", note.text())
                .param("at", utc(note.at()))
                .update();
    }

    /** @return whether it had not left yet, nor come back before that was known */
    boolean left(MessageId message) {
        return 1
                == sql.sql("update message set delivery = 'SENT' where id = :id and delivery = 'QUEUED'")
                        .param("id", message.value())
                        .update();
    }

    /** @return whether it was not lost before */
    boolean lost(MessageId message, String reason) {
        return 1
                == sql.sql("update message set delivery = 'FAILED', failure = :reason where id = :id and delivery <>"
                                + " 'FAILED'")
                        .param("reason", reason)
                        .param("id", message.value())
                        .update();
    }

    /** @return whether the center wrote it by itself */
    boolean automatic(MessageId message) {
        return sql.sql("select automatic from message where id = :id")
                .param("id", message.value())
                .query(Boolean.class)
                .single();
    }

    /** @param ids at least one */
    Map<MessageId, Written> written(Collection<MessageId> ids) {
        return rows(Columns.few(ids.stream().map(MessageId::value).toList()))
                .collect(Collectors.toMap(written -> written.message().id(), Function.identity()));
    }

    /** @return empty when this case and its parts have no such message, or it came without HTML */
    Optional<String> html(TicketId ticket, MessageId message) {
        return sql.sql("select html from message where id = :id and ticket_id in (:whole) and html is not null")
                .param("id", message.value())
                .param("whole", merges.whole(ticket))
                .query(String.class)
                .optional();
    }

    /** Nobody asked for it. */
    void notice(MessageId id) {
        sql.sql("update message set notice = 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    /** @param contact that a message answers, where there is one @param notice whether nobody asked for it */
    record Written(TimelineEntry.Message message, Optional<ContactId> contact, boolean notice) {}

    /** @return the channel the requester spoke by last, which an answer goes back by */
    Optional<Channel> lastHeard(TicketId ticket) {
        return sql.sql("select channel from message where ticket_id in (:talk) and direction = 'IN' and automatic = 0"
                        + " order by at desc limit 1")
                .param("talk", merges.talking(ticket))
                .query((row, number) -> Channel.valueOf(row.getString("channel")))
                .optional();
    }

    TimelineTexts texts(List<TimelineRow> rows) {
        return new TimelineTexts(messages(ids(rows, Timeline.Kind.MESSAGE)), notes(ids(rows, Timeline.Kind.NOTE)));
    }

    private Map<UUID, TimelineEntry.Message> messages(List<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : rows(ids)
                        .map(Written::message)
                        .collect(Collectors.toMap(message -> message.id().value(), Function.identity()));
    }

    private Stream<Written> rows(List<UUID> ids) {
        Map<UUID, List<TimelineEntry.Attachment>> files = attachments.of(ids);
        return sql
                .sql("select * from message where id in (:ids)")
                .param("ids", ids)
                .query((row, number) -> new Written(
                        MessageRow.message(row, files.getOrDefault(Columns.uuid(row, "id"), List.of())),
                        Columns.maybeUuid(row, "contact_id").map(ContactId::new),
                        row.getBoolean("notice")))
                .list()
                .stream();
    }

    private Map<UUID, TimelineEntry.Note> notes(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return sql
                .sql("select * from note where id in (:ids)")
                .param("ids", ids)
                .query((row, number) -> MessageRow.note(row))
                .list()
                .stream()
                .collect(Collectors.toMap(note -> note.id().value(), Function.identity()));
    }

    private static List<UUID> ids(List<TimelineRow> rows, Timeline.Kind kind) {
        return rows.stream()
                .filter(row -> row.kind() == kind)
                .map(row -> row.message().orElseThrow())
                .toList();
    }
}

package ma.mowakaba.ticket;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Ids;
import ma.mowakaba.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files of the messages, in parts; whoever reads one gets every byte that came, or a refusal. */
@Repository
class Attachments {
    private static final int PART = 1 << 20;

    private final JdbcClient sql;
    private final Clock clock;

    Attachments(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void add(TicketId ticket, MessageId message, int position, IncomingMessage.AttachmentDraft file) {
        UUID id = Ids.next(clock.millis());
        sql.sql("""
            insert into attachment (id, ticket_id, message_id, position, name, type, size, sha256, content_id)
            values (:id, :ticket, :message, :position, :name, :type, :size, :sha256, :contentId)\
            """)
                .param("id", id)
                .param("ticket", ticket.value())
                .param("message", message.value())
                .param("position", position)
                .param("name", Texts.cut(file.name(), 255))
                .param("type", Texts.cut(file.type(), 150))
                .param("size", file.bytes().length)
                .param("sha256", sha256(file.bytes()))
                .param(
                        "contentId",
                        file.contentId().map(name -> Texts.cut(name, 300)).orElse(null))
                .update();
        for (int from = 0, part = 0; from < file.bytes().length; from += PART, part++) {
            sql.sql("insert into attachment_part (attachment_id, part, bytes) values (:id, :part, :bytes)")
                    .param("id", id)
                    .param("part", part)
                    .param("bytes", Arrays.copyOfRange(file.bytes(), from, Math.min(from + PART, file.bytes().length)))
                    .update();
        }
    }

    /** Files that are the same stay under their ids. @return whether any came or went */
    boolean replace(TicketId ticket, MessageId message, List<IncomingMessage.AttachmentDraft> files) {
        List<Kept> old =
                new ArrayList<>(sql.sql("select id, name, sha256, position from attachment where message_id = :message")
                        .param("message", message.value())
                        .query((row, number) -> new Kept(
                                Columns.uuid(row, "id"),
                                row.getString("name"),
                                row.getString("sha256"),
                                row.getInt("position")))
                        .list());
        boolean changed = false;
        for (int position = 0; position < files.size(); position++) {
            IncomingMessage.AttachmentDraft file = files.get(position);
            Optional<Kept> same = old.stream().filter(kept -> kept.is(file)).findFirst();
            if (same.isPresent()) {
                old.remove(same.get());
                move(same.get(), position);
            } else {
                add(ticket, message, position, file);
                changed = true;
            }
        }
        old.forEach(gone -> remove(gone.id()));
        return changed || !old.isEmpty();
    }

    private void move(Kept kept, int position) {
        if (kept.position() != position) {
            sql.sql("update attachment set position = :position where id = :id")
                    .param("position", position)
                    .param("id", kept.id())
                    .update();
        }
    }

    private void remove(UUID id) {
        sql.sql("delete from attachment_part where attachment_id = :id")
                .param("id", id)
                .update();
        sql.sql("delete from attachment where id = :id").param("id", id).update();
    }

    Helpdesk.StoredAttachment get(UUID id) {
        Stored stored = sql.sql("select * from attachment where id = :id")
                .param("id", id)
                .query((row, number) -> new Stored(
                        new TicketId(Columns.uuid(row, "ticket_id")),
                        row.getString("name"),
                        row.getString("type"),
                        row.getInt("size"),
                        row.getString("sha256")))
                .optional()
                .orElseThrow(() -> Problem.notFound("attachment.unknown"));
        byte[] bytes = bytes(id, stored.size());
        if (!sha256(bytes).equals(stored.sha256())) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "attachment.damaged");
        }
        return new Helpdesk.StoredAttachment(id, stored.ticket(), stored.name(), stored.type(), bytes);
    }

    /** @param messages at least one */
    Map<UUID, List<TimelineEntry.Attachment>> of(List<UUID> messages) {
        return sql
                .sql("select id, message_id, name, type, size from attachment where message_id in (:messages) order"
                        + " by position")
                .param("messages", messages)
                .query((row, number) -> Map.entry(
                        Columns.uuid(row, "message_id"),
                        new TimelineEntry.Attachment(
                                Columns.uuid(row, "id"),
                                row.getString("name"),
                                row.getString("type"),
                                row.getLong("size"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** @return the images of a message that its HTML may name, by Content-ID */
    Map<String, UUID> inline(MessageId message) {
        return sql
                .sql("select content_id, id from attachment where message_id = :message and content_id is not null")
                .param("message", message.value())
                .query((row, number) -> Map.entry(row.getString("content_id"), Columns.uuid(row, "id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, later) -> first));
    }

    private byte[] bytes(UUID id, int size) {
        byte[] whole = new byte[size];
        int at = 0;
        List<byte[]> parts = sql.sql("select bytes from attachment_part where attachment_id = :id order by part")
                .param("id", id)
                .query((row, number) -> row.getBytes("bytes"))
                .list();
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, Math.min(part.length, size - at));
            at = Math.min(at + part.length, size);
        }
        return whole;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    private record Kept(UUID id, String name, String sha256, int position) {
        boolean is(IncomingMessage.AttachmentDraft file) {
            return name.equals(Texts.cut(file.name(), 255)) && sha256.equals(Attachments.sha256(file.bytes()));
        }
    }

    private record Stored(TicketId ticket, String name, String type, int size, String sha256) {}
}

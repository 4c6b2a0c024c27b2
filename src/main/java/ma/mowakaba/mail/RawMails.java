package ma.mowakaba.mail;

import static ma.mowakaba.kernel.Columns.utc;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.mail.Mailroom.Handled;
import ma.mowakaba.mail.Mailroom.Receipt;
import ma.mowakaba.ticket.TicketNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every mail as it came. Lists and locks never touch the bytes. */
@Repository
class RawMails {

    private static final int PART = 4 << 20;
    private static final String COLUMNS = "id, state, outcome, ticket, message_id, reason";

    private final JdbcClient sql;

    RawMails(JdbcClient sql) {
        this.sql = sql;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the same bytes are here already */
    void insert(UUID id, byte[] raw, String source, Instant at) {
        sql.sql("""
            insert into mail_raw (id, sha256, received_at, source, size, state, retry_at, bytes)
            values (:id, :sha256, :at, :source, :size, 'RECEIVED', :at, :bytes)\
            """)
                .param("id", id)
                .param("sha256", Fingerprint.of(raw))
                .param("at", utc(at))
                .param("source", source)
                .param("size", raw.length)
                .param("bytes", raw.length <= PART ? raw : Arrays.copyOf(raw, PART))
                .update();
        for (int from = PART, part = 1; from < raw.length; from += PART, part++) {
            sql.sql("insert into mail_raw_part (raw_id, part, bytes) values (:id, :part, :bytes)")
                    .param("id", id)
                    .param("part", part)
                    .param("bytes", Arrays.copyOfRange(raw, from, Math.min(from + PART, raw.length)))
                    .update();
        }
    }

    static boolean inParts(byte[] raw) {
        return raw.length > PART;
    }

    /** The bytes are compared by their SHA-256. */
    Optional<RawMail> sameBytes(byte[] raw) {
        return sql.sql("select " + COLUMNS + " from mail_raw where sha256 = :sha256")
                .param("sha256", Fingerprint.of(raw))
                .query((row, number) -> read(row))
                .optional();
    }

    /** Holds the row until the transaction ends: one at a time decides about a mail. */
    RawMail lock(UUID id) {
        return sql.sql("select " + COLUMNS + " from mail_raw where id = :id for update")
                .param("id", id)
                .query((row, number) -> read(row))
                .single();
    }

    void settle(UUID id, RawMail.State state, Receipt receipt, Optional<EmailAddress> sender, boolean acknowledged) {
        sql.sql("""
            update mail_raw set state = :state, outcome = :outcome, ticket = :ticket, message_id = :message,
              reason = :reason, sender = :sender, acknowledged = :acknowledged
            where id = :id and state in ('RECEIVED', 'QUARANTINED')\
            """)
                .param("state", state.name())
                .param("outcome", receipt.outcome().name())
                .param("ticket", receipt.ticket().map(TicketNumber::value).orElse(null))
                .param("message", receipt.message().orElse(null))
                .param("reason", receipt.reason().orElse(null))
                .param("sender", sender.map(EmailAddress::value).orElse(null))
                .param("acknowledged", acknowledged)
                .param("id", id)
                .update();
    }

    /** @return mails whose filing was broken off, oldest first */
    List<Unfinished> unfinished(Instant now, int limit) {
        return sql.sql("select id, attempts from mail_raw where state = 'RECEIVED' and retry_at < :now order by"
                        + " retry_at limit :limit")
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, number) -> new Unfinished(Columns.uuid(row, "id"), row.getInt("attempts")))
                .list();
    }

    void postpone(UUID id, Instant until) {
        sql.sql("update mail_raw set attempts = attempts + 1, retry_at = :until where id = :id and state = 'RECEIVED'")
                .param("until", utc(until))
                .param("id", id)
                .update();
    }

    List<Mailroom.Held> held(int limit) {
        return sql.sql("""
            select id, received_at, source, sender, size, reason from mail_raw where state = 'QUARANTINED'
            order by received_at desc limit :limit\
            """)
                .param("limit", limit)
                .query((row, number) -> new Mailroom.Held(
                        Columns.uuid(row, "id"),
                        Columns.instant(row, "received_at"),
                        row.getString("source"),
                        Optional.ofNullable(row.getString("sender")),
                        row.getLong("size"),
                        row.getString("reason")))
                .list();
    }

    int held() {
        return sql.sql("select count(*) from mail_raw where state = 'QUARANTINED'")
                .query(Integer.class)
                .single();
    }

    /** @throws ma.mowakaba.kernel.Problem NOT_FOUND {@code mail.unknown} */
    byte[] bytes(UUID id) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(sql.sql("select bytes from mail_raw where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> Problem.notFound("mail.unknown")));
        sql.sql("select bytes from mail_raw_part where raw_id = :id order by part")
                .param("id", id)
                .query((ResultSet row) -> whole.writeBytes(row.getBytes(1)));
        return whole.toByteArray();
    }

    /** @param attempts so far */
    record Unfinished(UUID id, int attempts) {}

    private static RawMail read(ResultSet row) throws SQLException {
        return new RawMail(
                Columns.uuid(row, "id"),
                RawMail.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("outcome")).map(Handled::valueOf),
                Optional.ofNullable(row.getString("ticket")).map(TicketNumber::new),
                Columns.maybeUuid(row, "message_id"),
                Optional.ofNullable(row.getString("reason")));
    }
}

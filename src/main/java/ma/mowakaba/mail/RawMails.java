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
    private static final String HELD = "select id, received_at, source, sender, size, reason from mail_raw";
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

    /** @return whether it was not filed before */
    boolean settle(UUID id, RawMail.State state, Receipt receipt, Optional<EmailAddress> sender, boolean acknowledged) {
        return 1
                == sql.sql("""
                    update mail_raw set state = :state, outcome = :outcome, ticket = :ticket, message_id = :message,
                      reason = :reason, sender = :sender, acknowledged = :acknowledged
                    where id = :id and state <> 'FILED'\
                    """)
                        .param("state", state.name())
                        .param("outcome", receipt.outcome().name())
                        .param(
                                "ticket",
                                receipt.ticket().map(TicketNumber::value).orElse(null))
                        .param("message", receipt.message().orElse(null))
                        .param("reason", receipt.reason().orElse(null))
                        .param("sender", sender.map(EmailAddress::value).orElse(null))
                        .param("acknowledged", acknowledged)
                        .param("id", id)
                        .update();
    }

    /** @param limit counted up to this @return mails of this sender that continued cases since then, among his last ones */
    int appended(EmailAddress sender, Instant since, int limit) {
        return sql.sql("""
            select count(*) from (select outcome from mail_raw
              where sender = :sender and acknowledged = 0 and received_at > :since
              order by received_at desc limit :most) last where outcome = 'APPENDED'\
            """)
                .param("sender", sender.value())
                .param("since", utc(since))
                .param("most", 4 * limit)
                .query(Integer.class)
                .single();
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

    /** Whatever is held is filed anew, as if it had been broken off: soon, a few at a time. @return how many */
    int reopen() {
        return sql.sql("update mail_raw set state = 'RECEIVED', attempts = 0, retry_at = received_at where state ="
                        + " 'QUARANTINED'")
                .update();
    }

    /** Keeps what tells that the same bytes were here. @return how many lost their bytes, at most {@code limit} */
    int letGo(Instant before, int limit) {
        List<UUID> old = sql.sql("""
            select id from mail_raw where state in ('FILED', 'SET_ASIDE') and retry_at < :before
            order by retry_at limit :limit\
            """)
                .param("before", utc(before))
                .param("limit", limit)
                .query((row, number) -> Columns.uuid(row, "id"))
                .list();
        if (!old.isEmpty()) {
            sql.sql("delete from mail_raw_part where raw_id in (:ids)")
                    .param("ids", old)
                    .update();
            sql.sql("update mail_raw set state = 'GONE', bytes = '', sender = null where id in (:ids)")
                    .param("ids", old)
                    .update();
        }
        return old.size();
    }

    List<Mailroom.Held> held(int limit) {
        return sql.sql(HELD + " where state = 'QUARANTINED' order by received_at desc limit :limit")
                .param("limit", limit)
                .query((row, number) -> shown(row))
                .list();
    }

    /** @return what was set aside and concerns no case, newest first */
    List<Mailroom.Held> aside(int limit) {
        return sql.sql(HELD + " where state = 'SET_ASIDE' and ticket is null order by retry_at desc limit :limit")
                .param("limit", limit)
                .query((row, number) -> shown(row))
                .list();
    }

    private static Mailroom.Held shown(ResultSet row) throws SQLException {
        return new Mailroom.Held(
                Columns.uuid(row, "id"),
                Columns.instant(row, "received_at"),
                row.getString("source"),
                Optional.ofNullable(row.getString("sender")),
                row.getLong("size"),
                row.getString("reason"));
    }

    int held() {
        return sql.sql("select count(*) from mail_raw where state = 'QUARANTINED'")
                .query(Integer.class)
                .single();
    }

    /** @throws ma.mowakaba.kernel.Problem NOT_FOUND {@code mail.unknown} */
    byte[] bytes(UUID id) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(sql.sql("select bytes from mail_raw where id = :id and state <> 'GONE'")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> Problem.notFound("mail.unknown")));
        sql.sql("select bytes from mail_raw_part where raw_id = :id order by part")
                .param("id", id)
                .query((ResultSet row) -> whole.writeBytes(row.getBytes(1)));
        return whole.toByteArray();
    }

    /** @throws ma.mowakaba.kernel.Problem NOT_FOUND {@code mail.unknown} */
    String source(UUID id) {
        return sql.sql("select source from mail_raw where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("mail.unknown"));
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

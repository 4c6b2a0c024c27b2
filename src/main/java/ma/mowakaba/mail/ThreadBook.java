package ma.mowakaba.mail;

import static ma.mowakaba.kernel.Columns.utc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.ticket.TicketId;
import ma.mowakaba.ticket.TicketNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which Message-ID belongs to which case. */
@Repository
class ThreadBook {

    private static final byte[] WRITTEN_HERE = new byte[32];
    private static final String COLUMNS =
            "reference, fingerprint, direction, ticket_id, ticket, message_id, address, role";

    private final JdbcClient sql;

    ThreadBook(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return the id itself, or its hash when it is too long or not ASCII */
    static String reference(String id) {
        boolean fits = id.length() <= 240 && id.chars().allMatch(c -> c > 32 && c < 127);
        return fits ? id : "sha256:" + HexFormat.of().formatHex(Fingerprint.of(id.getBytes(StandardCharsets.UTF_8)));
    }

    /** @param references at least one */
    List<KnownMail> known(List<String> references) {
        return sql.sql("select " + COLUMNS + " from mail_thread where reference in (:references)")
                .param("references", references)
                .query((row, number) -> read(row))
                .list();
    }

    /** @param talk cases of one requester that are one @return their newest, oldest first */
    List<KnownMail> thread(Collection<TicketId> talk) {
        return sql.sql("select " + COLUMNS + " from mail_thread where ticket_id in (:talk) and role <>"
                        + " 'MACHINE' order by at desc limit 30")
                .param("talk", talk.stream().map(TicketId::value).toList())
                .query((row, number) -> read(row))
                .list()
                .reversed();
    }

    /** @param limit counted up to this @return mails this case got since then */
    int received(TicketId ticket, Instant since, int limit) {
        return sql.sql("select count(*) from (select 1 from mail_thread where ticket_id = :ticket and at > :since and"
                        + " direction = 'IN' limit :limit) newer")
                .param("ticket", ticket.value())
                .param("since", utc(since))
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /** @return whether this address wrote to the case or was written to from it */
    boolean correspondent(TicketId ticket, String address) {
        return sql.sql("select count(*) from mail_thread where ticket_id = :ticket and address = :address and"
                                + " role = 'PARTY'")
                        .param("ticket", ticket.value())
                        .param("address", address)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another copy of the mail was filed in the meantime */
    void received(KnownMail mail, Instant at) {
        insert("insert into", mail, at);
    }

    /** A repeated delivery is remembered once. */
    void written(KnownMail mail, Instant at) {
        insert("insert ignore into", mail, at);
    }

    static KnownMail ours(String reference, TicketId ticket, TicketNumber number, java.util.UUID message, String to) {
        return new KnownMail(reference, WRITTEN_HERE, true, ticket, number, message, to, KnownMail.Role.PARTY);
    }

    private void insert(String verb, KnownMail mail, Instant at) {
        sql.sql(verb + " mail_thread (" + COLUMNS
                        + ", at) values (:reference, :fingerprint, :direction, :ticket, :number,"
                        + " :message, :address, :role, :at)")
                .param("reference", mail.reference())
                .param("fingerprint", mail.fingerprint())
                .param("direction", mail.ours() ? "OUT" : "IN")
                .param("ticket", mail.ticket().value())
                .param("number", mail.number().value())
                .param("message", mail.message())
                .param("address", mail.address())
                .param("role", mail.role().name())
                .param("at", utc(at))
                .update();
    }

    private static KnownMail read(ResultSet row) throws SQLException {
        return new KnownMail(
                row.getString("reference"),
                row.getBytes("fingerprint"),
                row.getString("direction").equals("OUT"),
                new TicketId(Columns.uuid(row, "ticket_id")),
                new TicketNumber(row.getString("ticket")),
                Columns.uuid(row, "message_id"),
                row.getString("address"),
                KnownMail.Role.valueOf(row.getString("role")));
    }
}

package ma.mowakaba.mail;

import static ma.mowakaba.kernel.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each mailbox has been read, and how it is doing. */
@Repository
class MailboxMarks {

    private final JdbcClient sql;
    private final Clock clock;

    MailboxMarks(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param validity when it changes, all UIDs mean something else */
    record Mark(long validity, long lastUid) {}

    /**
     * @param readAt when the server was last reached; empty when it never was
     * @param backlog mails that were there when the present run began
     * @param behind how many of them are still to be taken
     * @param next when it is tried again
     */
    record Condition(
            Optional<Instant> readAt,
            int backlog,
            int behind,
            Optional<MailboxTrouble> trouble,
            Optional<Instant> troubleSince,
            Optional<Instant> next) {}

    Optional<Mark> of(Mailbox mailbox) {
        return sql.sql("select uid_validity, last_uid from mail_mailbox where name = :name")
                .param("name", mailbox.name())
                .query((row, number) -> new Mark(row.getLong(1), row.getLong(2)))
                .optional();
    }

    /** All before the mark is stored; nothing is wrong. */
    void put(Mailbox mailbox, Mark mark, int backlog, int behind) {
        sql.sql("""
            insert into mail_mailbox (name, uid_validity, last_uid, read_at, backlog, behind)
            values (:name, :validity, :uid, :at, :backlog, :behind)
            on duplicate key update uid_validity = values(uid_validity), last_uid = values(last_uid),
              read_at = values(read_at), backlog = values(backlog), behind = values(behind),
              trouble = null, trouble_since = null, next_at = null\
            """)
                .param("name", mailbox.name())
                .param("validity", mark.validity())
                .param("uid", mark.lastUid())
                .param("at", utc(Columns.now(clock)))
                .param("backlog", backlog)
                .param("behind", behind)
                .update();
    }

    /** A trouble that goes on keeps its beginning. */
    void trouble(Mailbox mailbox, MailboxTrouble trouble, Instant next) {
        sql.sql("""
            insert into mail_mailbox (name, uid_validity, last_uid, trouble, trouble_since, next_at)
            values (:name, 0, 0, :trouble, :at, :next)
            on duplicate key update trouble_since = coalesce(trouble_since, values(trouble_since)),
              trouble = values(trouble), next_at = values(next_at)\
            """)
                .param("name", mailbox.name())
                .param("trouble", trouble.name())
                .param("at", utc(Columns.now(clock)))
                .param("next", utc(next))
                .update();
    }

    Optional<Condition> condition(Mailbox mailbox) {
        return sql.sql("select read_at, backlog, behind, trouble, trouble_since, next_at from mail_mailbox where name ="
                        + " :name")
                .param("name", mailbox.name())
                .query((row, number) -> condition(row))
                .optional();
    }

    private static Condition condition(ResultSet row) throws SQLException {
        return new Condition(
                Columns.maybeInstant(row, "read_at"),
                row.getInt("backlog"),
                row.getInt("behind"),
                Optional.ofNullable(row.getString("trouble")).map(MailboxTrouble::valueOf),
                Columns.maybeInstant(row, "trouble_since"),
                Columns.maybeInstant(row, "next_at"));
    }
}

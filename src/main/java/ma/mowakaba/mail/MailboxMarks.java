package ma.mowakaba.mail;

import static ma.mowakaba.kernel.Columns.utc;

import java.time.Clock;
import java.util.Optional;
import ma.mowakaba.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each mailbox has been read. */
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

    Optional<Mark> of(Mailbox mailbox) {
        return sql.sql("select uid_validity, last_uid from mail_mailbox where name = :name")
                .param("name", mailbox.name())
                .query((row, number) -> new Mark(row.getLong(1), row.getLong(2)))
                .optional();
    }

    void put(Mailbox mailbox, Mark mark) {
        sql.sql("""
            insert into mail_mailbox (name, uid_validity, last_uid, read_at) values (:name, :validity, :uid, :at)
            on duplicate key update uid_validity = values(uid_validity), last_uid = values(last_uid),
              read_at = values(read_at)\
            """)
                .param("name", mailbox.name())
                .param("validity", mark.validity())
                .param("uid", mark.lastUid())
                .param("at", utc(Columns.now(clock)))
                .update();
    }
}

package ma.mowakaba.mail;

import static ma.mowakaba.kernel.Columns.utc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ma.mowakaba.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails that could not be taken and stay in their mailbox, so that the ones behind them need not wait. */
@Repository
class LeftMails {

    private static final Duration PAUSE = Duration.ofHours(1);

    private final JdbcClient sql;
    private final Clock clock;

    LeftMails(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param size in bytes, as the server counts them */
    record Left(long uid, long size, Instant since) {}

    /** Known ones keep their beginning, and are tried again in an hour. */
    void put(Mailbox mailbox, long validity, long uid, long size) {
        Instant now = Columns.now(clock);
        sql.sql("""
            insert into mail_left (mailbox, uid_validity, uid, size, since, retry_at)
            values (:mailbox, :validity, :uid, :size, :now, :retry)
            on duplicate key update size = values(size), retry_at = values(retry_at)\
            """)
                .param("mailbox", mailbox.name())
                .param("validity", validity)
                .param("uid", uid)
                .param("size", size)
                .param("now", utc(now))
                .param("retry", utc(now.plus(PAUSE)))
                .update();
    }

    /** It was taken, or is no longer there. */
    void remove(Mailbox mailbox, long validity, long uid) {
        sql.sql("delete from mail_left where mailbox = :mailbox and uid_validity = :validity and uid = :uid")
                .param("mailbox", mailbox.name())
                .param("validity", validity)
                .param("uid", uid)
                .update();
    }

    /** UIDs of another validity name nothing any more; whatever they named is met again. */
    void forgetOthers(Mailbox mailbox, long validity) {
        sql.sql("delete from mail_left where mailbox = :mailbox and uid_validity <> :validity")
                .param("mailbox", mailbox.name())
                .param("validity", validity)
                .update();
    }

    /** @return UIDs to be tried again, lowest first */
    List<Long> due(Mailbox mailbox, long validity, int limit) {
        return sql.sql("select uid from mail_left where mailbox = :mailbox and uid_validity = :validity and retry_at <"
                        + " :now order by uid limit :limit")
                .param("mailbox", mailbox.name())
                .param("validity", validity)
                .param("now", utc(clock.instant()))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** @return at most 100, oldest first */
    List<Left> of(Mailbox mailbox) {
        return sql.sql("select uid, size, since from mail_left where mailbox = :mailbox order by since limit 100")
                .param("mailbox", mailbox.name())
                .query((row, number) ->
                        new Left(row.getLong("uid"), row.getLong("size"), Columns.instant(row, "since")))
                .list();
    }
}

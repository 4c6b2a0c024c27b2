package ma.mowakaba.mail;

import static ma.mowakaba.kernel.Columns.utc;

import java.time.Duration;
import java.time.Instant;
import ma.mowakaba.kernel.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each sender was last told a number. Of mails that arrive at once the row decides which is told it. */
@Repository
class Acknowledged {

    private final JdbcClient sql;

    Acknowledged(JdbcClient sql) {
        this.sql = sql;
    }

    /** In the transaction that acknowledges. @return whether he was not told any within the pause */
    boolean first(EmailAddress sender, Instant now, Duration pause) {
        return 1
                        == sql.sql("insert ignore into mail_acknowledged (sender, at) values (:sender, :now)")
                                .param("sender", sender.value())
                                .param("now", utc(now))
                                .update()
                || 1
                        == sql.sql("update mail_acknowledged set at = :now where sender = :sender and at <= :before")
                                .param("now", utc(now))
                                .param("sender", sender.value())
                                .param("before", utc(now.minus(pause)))
                                .update();
    }
}

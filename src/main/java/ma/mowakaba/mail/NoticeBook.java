package ma.mowakaba.mail;

import static ma.mowakaba.kernel.Columns.utc;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The link of each address that was ever sent a notice, and who wants none. */
@Repository
class NoticeBook implements Notices {

    private static final int BYTES = 16;

    private final JdbcClient sql;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    NoticeBook(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @return the same for every notice to this address */
    String token(EmailAddress address) {
        byte[] fresh = new byte[BYTES];
        random.nextBytes(fresh);
        sql.sql("insert ignore into mail_notices (address, token) values (:address, :token)")
                .param("address", address.value())
                .param("token", HexFormat.of().formatHex(fresh))
                .update();
        return sql.sql("select token from mail_notices where address = :address")
                .param("address", address.value())
                .query(String.class)
                .single();
    }

    boolean stopped(EmailAddress address) {
        return sql.sql("select count(*) from mail_notices where address = :address and stopped_at is not null")
                        .param("address", address.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public boolean known(String token) {
        return sql.sql("select count(*) from mail_notices where token = :token")
                        .param("token", token)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public void stop(String token) {
        if (!known(token)) {
            throw Problem.notFound("mail.notices.unknown");
        }
        sql.sql("update mail_notices set stopped_at = :now where token = :token and stopped_at is null")
                .param("now", utc(Columns.now(clock)))
                .param("token", token)
                .update();
    }
}

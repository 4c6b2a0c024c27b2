package ma.mowakaba.mail;

import static ma.mowakaba.mail.MailTexts.freshAddress;
import static ma.mowakaba.mail.MailTexts.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import java.time.Duration;
import ma.mowakaba.CenterTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the mail server said is written down, whatever else cannot be. */
@CenterTest
class DeliveryNotesCenterTest {

    private static final Duration A_WHILE = Duration.ofSeconds(20);

    @Autowired
    Mailroom mailroom;

    @Autowired
    GreenMail server;

    @Autowired
    JdbcClient sql;

    @Test
    void aMailThatLeftWhenTheOutboxCouldNotBeSettledDoesNotLeaveAgain() {
        String from = freshAddress();
        sql.sql("create trigger unsettled before update on message for each row if new.recipient = '" + from
                        + "' then signal sqlstate '45000'; end if")
                .update();
        try {
            mailroom.accept(mail(from, "Statuts", "Bonjour"));
            await().atMost(A_WHILE)
                    .until(() -> one("select state from mail_delivery where recipient = ?", from)
                            .equals("ACCEPTED"));
            assertThat(one("select delivery from message where recipient = ?", from))
                    .isEqualTo("QUEUED");
        } finally {
            sql.sql("drop trigger unsettled").update();
        }
        sql.sql("update outbox set due_at = '2026-01-01' where message_id = (select id from message where"
                        + " recipient = ?)")
                .param(from)
                .update();
        await().atMost(A_WHILE)
                .until(() -> one("select delivery from message where recipient = ?", from)
                        .equals("SENT"));
        assertThat(Inbox.of(server, from)).hasSize(1);
    }

    private String one(String select, String address) {
        return sql.sql(select).param(address).query(String.class).optional().orElse("");
    }
}

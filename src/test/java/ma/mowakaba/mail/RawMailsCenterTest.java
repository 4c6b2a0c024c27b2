package ma.mowakaba.mail;

import static ma.mowakaba.mail.MailTexts.freshAddress;
import static ma.mowakaba.mail.MailTexts.freshId;
import static ma.mowakaba.mail.MailTexts.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import ma.mowakaba.CenterTest;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.mail.Mailroom.Handled;
import ma.mowakaba.mail.Mailroom.Receipt;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The originals: compressed, kept for a while, read anew. */
@CenterTest
class RawMailsCenterTest {

    @Autowired
    Postroom mailroom;

    @Autowired
    RawMails raws;

    @Autowired
    Vault vault;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    @Test
    void originalsAreKeptCompressedAndComeBackAsTheyCame() {
        byte[] raw = new byte[9 << 20];
        new Random(3).nextBytes(raw);
        byte[] head = mail(freshAddress(), "Brut", "Bonjour");
        System.arraycopy(head, 0, raw, 0, head.length);

        UUID id = vault.store(raw, "api").id();

        assertThat(raws.bytes(id)).isEqualTo(raw);
        assertThat(sql.sql("select column_type from information_schema.columns where table_name in ('mail_raw',"
                                + " 'mail_raw_part') and column_name = 'bytes' and table_schema = database()")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allMatch(type -> type.contains("COMPRESSED"));
    }

    @Test
    void anOriginalThatWasKeptLongEnoughIsGoneAndTheSameBytesAreStillNoNewCase() {
        String from = freshAddress();
        byte[] old = mail(from, "Ancien", "Bonjour. ".repeat(600_000));
        byte[] young = mail(freshAddress(), "Récent", "Bonjour");
        byte[] held = ("no mail " + freshId()).getBytes(StandardCharsets.UTF_8);
        Receipt filed = mailroom.accept(old);
        mailroom.accept(young);
        mailroom.accept(held);
        age(old);
        age(held);

        new RawRetention(raws, MailTexts.settings("markaz@example.ma", reading()), clock).sweep();

        UUID id = raws.sameBytes(old).orElseThrow().id();
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> raws.bytes(id));
        assertThat(sql.sql("select count(*) from mail_raw_part where raw_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
        Receipt again = mailroom.accept(old);
        assertThat(again.outcome()).isEqualTo(Handled.DUPLICATE);
        assertThat(again.ticket()).isEqualTo(filed.ticket());
        assertThat(sql.sql("select count(*) from mail_raw where sender = :sender")
                        .param("sender", from)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(raws.bytes(raws.sameBytes(young).orElseThrow().id())).isEqualTo(young);
        assertThat(raws.bytes(raws.sameBytes(held).orElseThrow().id())).isEqualTo(held);
    }

    @Test
    void whatIsHeldIsTriedAgainAllAtOnceAndWhatStillCannotBeFiledIsHeldAgain() {
        byte[] good = mail(freshAddress(), "Retenu à tort", "Bonjour");
        byte[] bad = ("no mail " + freshId()).getBytes(StandardCharsets.UTF_8);
        mailroom.hold(vault.store(good, "api").id());
        mailroom.accept(bad);
        sql.sql("update mail_raw set received_at = date_sub(received_at, interval 1 hour) where sha256 = :sha256")
                .param("sha256", Fingerprint.of(good))
                .update();

        assertThat(mailroom.retryAll()).isGreaterThanOrEqualTo(2);

        await().atMost(Duration.ofSeconds(90))
                .until(() -> raws.sameBytes(good).orElseThrow().state() == RawMail.State.FILED);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> raws.sameBytes(bad).orElseThrow().state() == RawMail.State.QUARANTINED);
    }

    private void age(byte[] raw) {
        sql.sql("update mail_raw set retry_at = date_sub(retry_at, interval 3 year) where sha256 = :sha256")
                .param("sha256", Fingerprint.of(raw))
                .update();
    }

    private static MailSettings.Reading reading() {
        return new MailSettings.Reading(Duration.ofSeconds(5), Duration.ofSeconds(30), 50, Duration.ofMinutes(5));
    }
}

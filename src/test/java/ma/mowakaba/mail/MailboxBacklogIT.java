package ma.mowakaba.mail;

import static ma.mowakaba.mail.MailTexts.freshAddress;
import static ma.mowakaba.mail.MailTexts.mail;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import ma.mowakaba.CenterTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * A mailbox that waited for weeks, taken in one go. A thousand mails in every {@code verify}; ten thousand by
 * {@code ./mvnw -Dquick verify -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=MailboxBacklogIT -Dmail.backlog=10000},
 * which also says how many a second.
 */
@CenterTest
@DirtiesContext
@TestPropertySource(
        properties = {
            "mowakaba.demo.database.home=target/test-backlog/mariadb",
            "mowakaba.demo.home=target/test-backlog"
        })
class MailboxBacklogIT {

    private static final int MAILS = Integer.getInteger("mail.backlog", 1_000);
    private static final String TEXT =
            "Bonjour,\n\nNous voulons déposer un dossier de subvention pour notre association. ".repeat(14);

    @Autowired
    ImapDoor door;

    @Autowired
    MailboxIntake intake;

    @Autowired
    MailboxMarks marks;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    @Test
    void aLargeMailboxIsTakenInOneGoAndHowFarCanBeWatched() throws Exception {
        String user = freshAddress();
        String subject = "Lot " + UUID.randomUUID();
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        List<Integer> behind = new ArrayList<>();
        try (var watch = Executors.newSingleThreadScheduledExecutor()) {
            fill(server, user, subject);
            Mailbox mailbox =
                    Mailbox.of(user, "127.0.0.1", server.getImap().getPort(), user, "secret", Mailbox.Encryption.NONE);
            watch.scheduleWithFixedDelay(
                    () -> marks.condition(mailbox).ifPresent(now -> behind.add(now.behind())),
                    50,
                    50,
                    TimeUnit.MILLISECONDS);
            long start = System.nanoTime();
            CompletableFuture.runAsync(() -> reader(mailbox).look()).get(20, TimeUnit.MINUTES);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("%d mails by IMAP in %.1f s: %.1f a second%n", MAILS, seconds, MAILS / seconds);
            watch.shutdownNow();
        } finally {
            server.stop();
        }

        assertThat(behind)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .allMatch(left -> left <= MAILS)
                .anyMatch(left -> left > 0 && left < MAILS);
        assertThat(sql.sql("select count(*) from ticket where subject like :subject")
                        .param("subject", subject + " %")
                        .query(Integer.class)
                        .single())
                .isEqualTo(MAILS);
        assertThat(sql.sql("select count(distinct subject) from ticket where subject like :subject")
                        .param("subject", subject + " %")
                        .query(Integer.class)
                        .single())
                .isEqualTo(MAILS);
    }

    private static void fill(GreenMail server, String user, String subject) throws Exception {
        var account = server.setUser(user, user, "secret");
        Session session = Session.getInstance(new Properties());
        for (int i = 0; i < MAILS; i++) {
            byte[] raw = mail(freshAddress(), subject + " " + i, TEXT);
            account.deliver(new MimeMessage(session, new ByteArrayInputStream(raw)));
        }
    }

    private MailboxReader reader(Mailbox mailbox) {
        return new MailboxReader(
                mailbox,
                new MailSettings.Reading(Duration.ofSeconds(5), Duration.ofSeconds(30), 50, Duration.ofMinutes(5)),
                door,
                intake,
                clock);
    }
}

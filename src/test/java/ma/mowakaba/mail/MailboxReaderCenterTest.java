package ma.mowakaba.mail;

import static ma.mowakaba.mail.MailTexts.freshAddress;
import static ma.mowakaba.mail.MailTexts.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import ma.mowakaba.CenterTest;
import net.javacrumbs.shedlock.core.LockProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;

/** Mailboxes that misbehave: connections that are cut, mails that go away, numbers that begin anew, several readers at once. */
@CenterTest
class MailboxReaderCenterTest {

    private static final MailSettings.Reading AT_ONCE =
            new MailSettings.Reading(Duration.ofMillis(1), Duration.ofSeconds(5), 10, Duration.ofMillis(1));

    @Autowired
    ImapDoor door;

    @Autowired
    MailboxIntake intake;

    @Autowired
    MailboxMarks marks;

    @Autowired
    LeftMails left;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    @Autowired
    LockProvider locks;

    @Autowired
    @Qualifier("taskScheduler")
    TaskScheduler scheduler;

    private final String user = freshAddress();
    private final String subject = "Lot " + UUID.randomUUID();
    private final List<GreenMail> servers = new ArrayList<>();
    private GreenMail server;
    private Wire wire;
    private Mailbox mailbox;

    @BeforeEach
    void connect() throws Exception {
        server = server();
        wire = Wire.to(server.getImap().getPort());
        mailbox = Mailbox.of(user, "127.0.0.1", wire.port(), user, "secret", Mailbox.Encryption.NONE);
    }

    @AfterEach
    void disconnect() {
        wire.close();
        servers.forEach(GreenMail::stop);
    }

    @Test
    void aConnectionThatIsCutInMidFetchAgainAndAgainLosesNothingAndTakesNothingTwice() throws Exception {
        int mails = 50;
        MailboxReader reader = reader();
        Random random = new Random(8);
        for (int i = 0; i < mails; i++) {
            deliver(mail(freshAddress(), subject + " " + i, "Bonjour. ".repeat(300)));
            wire.cutAfter(random.nextInt(8_000));
            reader.look();
        }
        assertThat(wire.cuts()).isGreaterThan(mails / 4);
        wire.cutAfter(Long.MAX_VALUE);

        untilTaken(reader, mails);

        assertThat(subjects()).hasSize(mails).doesNotHaveDuplicates();
        assertThat(seen()).isEqualTo(mails);
    }

    @Test
    void aMailboxThatNumbersItsMailsAnewIsReadAgainAndNothingIsTakenTwice() throws Exception {
        drop(0, 15);
        MailboxReader reader = reader();
        untilTaken(reader, 15);

        byte[] known = raw(3);
        long validity = inbox().getUidValidity();
        // this server numbers its mailboxes by the second
        await().pollInterval(Duration.ofMillis(300)).until(() -> {
            server = server();
            return inbox().getUidValidity() != validity;
        });
        deliver(known);
        drop(15, 5);
        wire.lead(server.getImap().getPort());
        reader.close();
        MailboxReader afterwards = reader();
        untilTaken(afterwards, 20);

        assertThat(subjects()).hasSize(20).doesNotHaveDuplicates();
        assertThat(seen()).isEqualTo(6);
    }

    @Test
    void aMailThatIsMovedAwayWhileItIsFetchedKeepsNoOtherFromBeingTaken() throws Exception {
        drop(0, 8);
        AtomicBoolean moved = new AtomicBoolean();
        wire.listen(command -> {
            if (command.contains("BODY.PEEK[]") && moved.compareAndSet(false, true)) {
                expunge(2);
            }
            return Optional.empty();
        });
        MailboxReader reader = reader();

        untilTaken(reader, 7);

        assertThat(moved).isTrue();
        assertThat(subjects()).hasSize(7).noneMatch(taken -> taken.endsWith(" 2"));
        assertThat(left.of(mailbox)).isEmpty();
    }

    @Test
    void aMailTheServerDoesNotGiveStaysWhereSomebodySeesItAndTheOthersAreTaken() throws Exception {
        drop(0, 6);
        wire.listen(command -> command.contains("BODY.PEEK[]") && command.matches("(?s).*[ ,]3[ ,].*")
                ? Optional.of("NO message is damaged")
                : Optional.empty());
        MailboxReader reader = reader();

        untilTaken(reader, 5);

        assertThat(left.of(mailbox)).singleElement().satisfies(mail -> {
            assertThat(mail.uid()).isEqualTo(3);
            assertThat(mail.size()).isPositive();
        });
        wire.listen(command -> Optional.empty());
        sql.sql("update mail_left set retry_at = '2020-01-01' where mailbox = :name")
                .param("name", mailbox.name())
                .update();
        untilTaken(reader, 6);
        assertThat(left.of(mailbox)).isEmpty();
    }

    @Test
    void aMailBeyondTheLimitIsNotFetchedAndStaysWhereSomebodySeesIt() throws Exception {
        deliver(mail(freshAddress(), subject + " 0", "Grand fichier. ".repeat(2_000_000)));
        drop(1, 2);
        MailboxReader reader = reader();

        untilTaken(reader, 2);

        assertThat(left.of(mailbox))
                .singleElement()
                .satisfies(mail -> assertThat(mail.size()).isGreaterThan(25 << 20));
        assertThat(seen()).isEqualTo(2);
    }

    @Test
    void oneMailboxReadFromFourSidesAtOnceIsTakenOnce() throws Exception {
        int mails = 60;
        drop(0, mails);
        List<Callable<Void>> nodes = IntStream.range(0, 4)
                .mapToObj(node -> (Callable<Void>) () -> {
                    untilTaken(reader(), mails);
                    return null;
                })
                .toList();

        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var node : pool.invokeAll(nodes)) {
                node.get();
            }
        }

        assertThat(subjects()).hasSize(mails).doesNotHaveDuplicates();
        assertThat(seen()).isEqualTo(mails);
    }

    @Test
    void aMailboxThatDoesNotAnswerDelaysNoOther() throws Exception {
        drop(0, 1);
        try (Wire silent = Wire.to(server.getImap().getPort())) {
            silent.hold(true);
            Mailbox slow = Mailbox.of(user, "127.0.0.1", silent.port(), user, "secret", Mailbox.Encryption.NONE);
            MailboxRounds rounds = new MailboxRounds(
                    new MailboxReaders.Readers(List.of(reader(slow), reader())),
                    MailTexts.settings(
                            user,
                            new MailSettings.Reading(
                                    Duration.ofMillis(200), Duration.ofSeconds(5), 10, Duration.ofSeconds(1))),
                    scheduler,
                    locks,
                    clock);
            rounds.begin();
            try {
                await().dontCatchUncaughtExceptions()
                        .atMost(Duration.ofSeconds(4))
                        .until(() -> subjects().size() == 1);
                assertThat(marks.condition(slow)).isEmpty();
            } finally {
                rounds.stop();
            }
        }
    }

    @Test
    void whatIsStillToBeTakenCanBeWatched() throws Exception {
        drop(0, 35);
        List<Integer> behind = new ArrayList<>();
        wire.listen(command -> {
            if (command.contains("BODY.PEEK[]")) {
                MailboxMarks.Condition now = marks.condition(mailbox).orElseThrow();
                assertThat(now.backlog()).isEqualTo(35);
                behind.add(now.behind());
            }
            return Optional.empty();
        });

        reader().look();

        assertThat(behind).containsExactly(35, 25, 15, 5);
        assertThat(marks.condition(mailbox)).hasValueSatisfying(now -> {
            assertThat(now.behind()).isZero();
            assertThat(now.readAt()).isPresent();
            assertThat(now.trouble()).isEmpty();
        });
    }

    private MailboxReader reader() {
        return reader(mailbox);
    }

    private MailboxReader reader(Mailbox of) {
        return new MailboxReader(of, AT_ONCE, door, intake, clock);
    }

    /** What the server's own threads throw when they are hung up on is not the test's. */
    private void untilTaken(MailboxReader reader, int count) {
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    reader.look();
                    return subjects().size() >= count
                            && marks.condition(mailbox)
                                    .filter(now -> now.trouble().isEmpty() && now.behind() == 0)
                                    .isPresent();
                });
    }

    /** Of the messages that became of the mails of this test. */
    private List<String> subjects() {
        return sql.sql("select subject from ticket where subject like :subject")
                .param("subject", subject + " %")
                .query(String.class)
                .list();
    }

    private GreenMail server() {
        GreenMail started = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        started.setUser(user, user, "secret");
        started.start();
        servers.add(started);
        return started;
    }

    private void drop(int from, int count) throws MessagingException {
        for (int i = from; i < from + count; i++) {
            deliver(mail(freshAddress(), subject + " " + i, "Bonjour " + i));
        }
    }

    private void deliver(byte[] raw) throws MessagingException {
        server.setUser(user, user, "secret")
                .deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
    }

    private MailFolder inbox() {
        try {
            return server.getManagers()
                    .getImapHostManager()
                    .getInbox(server.getUserManager().getUserByEmail(user));
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] raw(int position) throws Exception {
        var bytes = new java.io.ByteArrayOutputStream();
        inbox().getMessages().get(position).getMimeMessage().writeTo(bytes);
        return bytes.toByteArray();
    }

    private void expunge(int position) {
        try {
            StoredMessage mail = inbox().getMessages().get(position);
            inbox().setFlags(new Flags(Flags.Flag.DELETED), true, mail.getUid(), null, true);
            inbox().expunge();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private long seen() {
        return inbox().getMessages().stream()
                .filter(mail -> mail.isSet(Flags.Flag.SEEN))
                .count();
    }
}

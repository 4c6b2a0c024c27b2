package ma.mowakaba.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.mowakaba.demo.database.EmbeddedMariaDb;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Mails for a center by both its doors: into a mailbox that it reads, and from mail servers that keep each until it is taken. */
final class BothDoors implements AutoCloseable {

    private static final int SOME_BYTES = 2_000;
    private static final int SOME = 7;

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private final GreenMailUser box;
    private final Ledger ledger = new Ledger();
    private final JdbcClient sql;

    /** To the mailbox. */
    final Wire wire;

    /** What a sender was answered instead of a success. */
    final Set<Integer> refusals = ConcurrentHashMap.newKeySet();

    BothDoors(EmbeddedMariaDb database) throws IOException {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel("com.icegreen.greenmail", LogLevel.ERROR);
        server.start();
        box = server.setUser(Ledger.CENTER, Ledger.CENTER, "secret");
        wire = Wire.to(server.getImap().getPort());
        sql = JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));
    }

    /** @return by which a center reads the mailbox, often, and answers by the same server */
    Map<String, String> settings() {
        String mailbox = "mowakaba.mail.mailboxes[0].";
        Map<String, String> settings = new HashMap<>(Map.of(
                mailbox + "address",
                Ledger.CENTER,
                mailbox + "host",
                "127.0.0.1",
                mailbox + "port",
                String.valueOf(wire.port()),
                mailbox + "user",
                Ledger.CENTER,
                mailbox + "password",
                "secret",
                mailbox + "encryption",
                "NONE",
                "spring.mail.host",
                "127.0.0.1",
                "spring.mail.port",
                String.valueOf(server.getSmtp().getPort())));
        settings.putAll(Map.of(
                "mowakaba.mail.read.every", "200ms",
                "mowakaba.mail.read.timeout", "5s",
                "mowakaba.mail.read.longest-pause", "100ms",
                "mowakaba.ticket.outbox.lease", "5s",
                "mowakaba.ticket.outbox.sweep", "1s"));
        return settings;
    }

    /** Whoever read the mailbox did not give it back: as by itself, after half a minute. */
    void leaseEnds() {
        sql.sql("update shedlock set lock_until = utc_timestamp() where name like 'mailbox-%'")
                .update();
    }

    /** New mails in the mailbox. */
    void drop(int count) {
        IntStream.range(0, count).forEach(any -> drop(ledger.mail(SOME_BYTES, 0)));
    }

    void drop(int count, int file, int text) {
        IntStream.range(0, count).forEach(any -> drop(ledger.mail(file, text)));
    }

    private void drop(byte[] raw) {
        try {
            box.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Several mail servers, each with one mail after the other for the centers at these ports in turn. */
    MailServers send(int... ports) {
        return new MailServers(() -> written(SOME_BYTES, 0), refusals, ports);
    }

    MailServers send(int file, int text, int port) {
        return new MailServers(() -> written(file, text), refusals, port);
    }

    /** Some are forwarded to the mailbox as well. */
    private byte[] written(int file, int text) {
        byte[] raw = ledger.mail(file, text);
        if (ledger.size() % SOME == 0) {
            drop(raw);
        }
        return raw;
    }

    /** All that was written has been taken, each mail once. */
    void settled() {
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> seen() == mails().size() && waiting() == 0);
        ledger.compare(sql);
        ledger.acknowledged(sent());
        assertThat(refusals).isSubsetOf(503);
    }

    private int waiting() {
        return sql.sql("select (select count(*) from outbox) + (select count(*) from mail_raw where state ="
                        + " 'RECEIVED')")
                .query(Integer.class)
                .single();
    }

    /** @return how many mails of the mailbox are marked as seen */
    int seen() {
        return (int)
                mails().stream().filter(mail -> mail.isSet(Flags.Flag.SEEN)).count();
    }

    private List<StoredMessage> mails() {
        try {
            return server.getManagers().getImapHostManager().getInbox(box).getMessages();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return Message-IDs of what the center sent, by recipient */
    private Map<String, Set<String>> sent() {
        Map<String, Set<String>> ids = new HashMap<>();
        Stream.of(server.getReceivedMessages()).forEach(mail -> {
            try {
                String to = mail.getHeader("To", null);
                ids.computeIfAbsent(to.replaceAll(".*<|>.*", ""), any -> new HashSet<>())
                        .add(mail.getMessageID());
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        });
        return ids;
    }

    @Override
    public void close() {
        wire.close();
        server.stop();
    }
}

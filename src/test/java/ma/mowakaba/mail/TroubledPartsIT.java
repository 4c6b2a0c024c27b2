package ma.mowakaba.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import ma.mowakaba.CenterProcess;
import ma.mowakaba.Signal;
import ma.mowakaba.demo.database.EmbeddedMariaDb;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mails go on coming by both doors while what the center stands on does not: the connection to the mailbox, the database, its disk. */
class TroubledPartsIT {

    private static final Path FOLDER = Path.of("target/test-troubled").toAbsolutePath();

    private static final long SEED = Long.getLong("mail.cut.seed", System.nanoTime());

    /** Small enough that a table soon is the largest file. */
    private static final String[] SMALL = {"--innodb-log-file-size=8M"};

    private static EmbeddedMariaDb database;
    private static BothDoors doors;
    private static CenterProcess center;

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedMariaDb.alone(FOLDER.resolve("mariadb"), SMALL);
        doors = new BothDoors(database);
        center = new CenterProcess(FOLDER.resolve("center"), database, CenterProcess.FIRST_COMPILER, doors.settings())
                .start();
    }

    @AfterAll
    static void end() throws Exception {
        center.close();
        doors.close();
        database.close();
    }

    /** The places begin anew with each run: {@code -Dmail.cut.seed=<seed>}. */
    @Test
    void theMailboxIsCutInMidFetchAgainAndAgain() throws Exception {
        Random places = new Random(SEED);
        try (var load = doors.send(center.port())) {
            for (int round = 0; round < 25; round++) {
                int cuts = doors.wire.cuts();
                doors.drop(4);
                doors.drop(1, 80_000, 0);
                doors.wire.cutAfter(places.nextInt(100_000));
                await().dontCatchUncaughtExceptions()
                        .pollInterval(Duration.ofMillis(10))
                        .until(() -> doors.wire.cuts() > cuts);
            }
        }
        doors.wire.cutAfter(Long.MAX_VALUE);
        doors.settled();
    }

    @Test
    void theDatabaseStandsStillForLongerThanAnybodyWaitsForAConnection() throws Exception {
        try (var load = doors.send(center.port())) {
            doors.drop(40);
            Signal.STOP.to(database.process());
            Thread.sleep(12_000);
            Signal.CONT.to(database.process());
            doors.drop(10);
        }
        doors.settled();
    }

    @Test
    void theDatabaseIsKilledAndComesBack() throws Exception {
        try (var load = doors.send(center.port())) {
            for (int round = 0; round < 3; round++) {
                doors.drop(30);
                Thread.sleep(400);
                Signal.KILL.to(database.process());
                database.process().onExit().join();
                Thread.sleep(600);
                database = database.again();
                doors.leaseEnds();
            }
        }
        assertThat(doors.refusals).contains(503);
        doors.settled();
    }

    /** What a mail says has no room, while its original had. */
    @Test
    void theDiskIsFullWhileMailsAreFiled() throws Exception {
        doors.refusals.clear();
        try (var load = doors.send(2_000, 4_000, center.port())) {
            try (FullDisk full = FullDisk.of(database, "message", """
                insert into message (id, ticket_id, channel, direction, automatic, sender, recipient, subject, body,
                  delivery, at, words) values (uuid(), uuid(), 'MAIL', 'OUT', 1, '', '', '', ?, 'SENT', now(), '')\
                """)) {
                refused();
                doors.drop(20);
                Thread.sleep(2_000);
            }
        }
        assertThat(database.process().isAlive()).isTrue();
        doors.settled();
    }

    /** Where there is no room for a large value MariaDB 11.4 cannot take back what it wrote of it either, and ends. */
    @Test
    void theDiskIsFullWhileTheOriginalsOfLargeMailsAreStored() throws Exception {
        doors.refusals.clear();
        try (var load = doors.send(3_500_000, 0, center.port())) {
            try (FullDisk full = FullDisk.of(database, "mail_raw", """
                insert into mail_raw (id, sha256, received_at, source, size, state, retry_at, bytes)
                values (uuid(), '', now(), '', 0, 'GONE', now(), ?)\
                """)) {
                refused();
                doors.drop(3, 3_500_000, 0);
                Thread.sleep(1_000);
            }
            if (!database.process().isAlive()) {
                database = database.again();
                doors.leaseEnds();
            }
        }
        doors.settled();
    }

    private static void refused() {
        await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(60)).until(() -> doors.refusals.contains(503));
    }
}

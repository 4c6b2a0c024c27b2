package ma.mowakaba.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Random;
import ma.mowakaba.Signal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mails go on coming by both doors while what the center stands on does not: the connection to the mailbox, the database, its disk. */
class TroubledPartsIT {

    private static final long SEED = Long.getLong("mail.cut.seed", System.nanoTime());

    /** Small enough that a table soon is the largest file. */
    private static final String[] SMALL = {"--innodb-log-file-size=8M"};

    @AutoClose
    private static MailCenters centers;

    @BeforeAll
    static void start() throws Exception {
        centers = MailCenters.start("troubled", 1, SMALL);
    }

    /** The places begin anew with each run: {@code -Dmail.cut.seed=<seed>}. */
    @Test
    void theMailboxIsCutInMidFetchAgainAndAgain() throws Exception {
        Random places = new Random(SEED);
        try (var load = centers.load()) {
            for (int round = 0; round < 25; round++) {
                int cuts = centers.doors.wire.cuts();
                centers.doors.drop(4);
                centers.doors.drop(1, 80_000, 0);
                centers.doors.wire.cutAfter(places.nextInt(100_000));
                await().dontCatchUncaughtExceptions()
                        .pollInterval(Duration.ofMillis(10))
                        .until(() -> centers.doors.wire.cuts() > cuts);
            }
        }
        centers.doors.wire.cutAfter(Long.MAX_VALUE);
        centers.doors.settled();
    }

    @Test
    void theDatabaseStandsStillForLongerThanAnybodyWaitsForAConnection() throws Exception {
        try (var load = centers.load()) {
            centers.doors.drop(40);
            Signal.STOP.to(centers.database().process());
            Thread.sleep(12_000);
            Signal.CONT.to(centers.database().process());
            centers.doors.drop(10);
        }
        centers.doors.settled();
    }

    @Test
    void theDatabaseIsKilledAndComesBack() throws Exception {
        try (var load = centers.load()) {
            for (int round = 0; round < 3; round++) {
                centers.doors.drop(30);
                Thread.sleep(400);
                Signal.KILL.to(centers.database().process());
                centers.database().process().onExit().join();
                Thread.sleep(600);
                centers.databaseAgain();
            }
        }
        assertThat(centers.doors.refusals).contains(503);
        centers.doors.settled();
    }

    /** What a mail says has no room, while its original had. */
    @Test
    void theDiskIsFullWhileMailsAreFiled() throws Exception {
        centers.doors.refusals.clear();
        try (var load = centers.doors.send(2_000, 4_000, centers.one().port())) {
            try (FullDisk full = FullDisk.of(centers.database(), "message", """
                insert into message (id, ticket_id, channel, direction, automatic, sender, recipient, subject, body,
                  delivery, at, words) values (uuid(), uuid(), 'MAIL', 'OUT', 1, '', '', '', ?, 'SENT', now(), '')\
                """)) {
                refused();
                centers.doors.drop(20);
                Thread.sleep(2_000);
            }
        }
        assertThat(centers.database().process().isAlive()).isTrue();
        centers.doors.settled();
    }

    /** Where there is no room for a large value MariaDB 11.4 cannot take back what it wrote of it either, and ends. */
    @Test
    void theDiskIsFullWhileTheOriginalsOfLargeMailsAreStored() throws Exception {
        centers.doors.refusals.clear();
        try (var load = centers.doors.send(3_500_000, 0, centers.one().port())) {
            try (FullDisk full = FullDisk.of(centers.database(), "mail_raw", """
                insert into mail_raw (id, sha256, received_at, source, size, state, retry_at, bytes)
                values (uuid(), '', now(), '', 0, 'GONE', now(), ?)\
                """)) {
                refused();
                centers.doors.drop(3, 3_500_000, 0);
                Thread.sleep(1_000);
            }
            if (!centers.database().process().isAlive()) {
                centers.databaseAgain();
            }
        }
        centers.doors.settled();
    }

    private static void refused() {
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(60))
                .until(() -> centers.doors.refusals.contains(503));
    }
}

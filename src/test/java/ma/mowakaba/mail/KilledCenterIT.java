package ma.mowakaba.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import ma.mowakaba.CenterProcess;
import ma.mowakaba.demo.database.EmbeddedMariaDb;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code kill -9} of a center that takes mails by both doors, at each step of it and at any moment, and a start after each. */
class KilledCenterIT {

    private static final Path FOLDER = Path.of("target/test-killed").toAbsolutePath();
    private static final long SEED = Long.getLong("mail.kill.seed", System.nanoTime());

    private static EmbeddedMariaDb database;
    private static BothDoors doors;
    private static CenterProcess center;

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedMariaDb.alone(FOLDER.resolve("mariadb"));
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

    /** Before it is stored, before the case, between message and place in the line. */
    @ParameterizedTest
    @ValueSource(strings = {"mail_raw", "ticket", "routing_line"})
    void killedBeforeItWritesThere(String table) throws Exception {
        try (var load = doors.send(center.port())) {
            doors.drop(20);
            try (HeldTable held = HeldTable.of(database, table)) {
                held.untilWaitedFor(4);
                center.kill();
            }
            again();
        }
        doors.settled();
    }

    @Test
    void killedWhenMailsAreCommittedAndNobodyHasBeenToldYet() throws Exception {
        try (Wire front = Wire.to(center.port());
                var load = doors.send(front.port())) {
            CountDownLatch committed = new CountDownLatch(1);
            CountDownLatch dead = new CountDownLatch(1);
            doors.wire.listen(command -> {
                if (!command.contains("STORE")) {
                    return Optional.empty();
                }
                front.cutAfter(0);
                committed.countDown();
                await(dead);
                return Optional.of("BAD nobody heard it");
            });
            doors.drop(20);
            await(committed);
            center.kill();
            dead.countDown();
            doors.wire.listen(command -> Optional.empty());
            front.cutAfter(Long.MAX_VALUE);
            again();
        }
        doors.settled();
    }

    @Test
    void killedWhenMailsAreMarkedAsSeenAndTheMarkOfTheMailboxIsNotMoved() throws Exception {
        try (var load = doors.send(center.port())) {
            CompletableFuture<HeldTable> mark = new CompletableFuture<>();
            doors.wire.listen(command -> {
                if (command.contains("STORE") && !mark.isDone()) {
                    mark.complete(HeldTable.of(database, "mail_mailbox"));
                }
                return Optional.empty();
            });
            int seen = doors.seen();
            doors.drop(20);
            try (HeldTable held = mark.get(20, TimeUnit.SECONDS)) {
                Awaitility.await().dontCatchUncaughtExceptions().until(() -> doors.seen() > seen);
                held.untilWaitedFor(1);
                center.kill();
            }
            doors.wire.listen(command -> Optional.empty());
            again();
        }
        doors.settled();
    }

    /** The moments begin anew with each run: {@code -Dmail.kill.seed=<seed>}. */
    @Test
    void killedAtAnyMoment() throws Exception {
        Random moments = new Random(SEED);
        try (var load = doors.send(center.port())) {
            for (int round = 0; round < 2; round++) {
                doors.drop(30);
                Thread.sleep(moments.nextInt(1_500));
                center.kill();
                again();
            }
        }
        doors.settled();
    }

    private static void await(CountDownLatch moment) {
        try {
            assertThat(moment.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void again() throws Exception {
        doors.leaseEnds();
        center.start();
    }
}

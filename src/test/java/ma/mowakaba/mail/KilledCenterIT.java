package ma.mowakaba.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code kill -9} of a center that takes mails by both doors, at each step of it and at any moment, and a start after each. */
class KilledCenterIT {

    private static final long SEED = Long.getLong("mail.kill.seed", System.nanoTime());

    @AutoClose
    private static MailCenters centers;

    @BeforeAll
    static void start() throws Exception {
        centers = MailCenters.start("killed", 1);
    }

    /** Before it is stored, before the case, between message and place in the line. */
    @ParameterizedTest
    @ValueSource(strings = {"mail_raw", "ticket", "routing_line"})
    void killedBeforeItWritesThere(String table) throws Exception {
        try (var load = centers.load()) {
            centers.doors.drop(20);
            try (HeldTable held = HeldTable.of(centers.database(), table)) {
                held.untilWaitedFor(4);
                centers.one().kill();
            }
            again();
        }
        centers.doors.settled();
    }

    @Test
    void killedWhenMailsAreCommittedAndNobodyHasBeenToldYet() throws Exception {
        try (Wire front = Wire.to(centers.one().port());
                var load = centers.doors.send(front.port())) {
            CountDownLatch committed = new CountDownLatch(1);
            CountDownLatch dead = new CountDownLatch(1);
            centers.doors.wire.listen(command -> {
                if (!command.contains("STORE")) {
                    return Optional.empty();
                }
                front.cutAfter(0);
                committed.countDown();
                await(dead);
                return Optional.of("BAD nobody heard it");
            });
            centers.doors.drop(20);
            await(committed);
            centers.one().kill();
            dead.countDown();
            centers.doors.wire.listen(command -> Optional.empty());
            front.cutAfter(Long.MAX_VALUE);
            again();
        }
        centers.doors.settled();
    }

    @Test
    void killedWhenMailsAreMarkedAsSeenAndTheMarkOfTheMailboxIsNotMoved() throws Exception {
        try (var load = centers.load()) {
            CompletableFuture<HeldTable> mark = new CompletableFuture<>();
            centers.doors.wire.listen(command -> {
                if (command.contains("STORE") && !mark.isDone()) {
                    mark.complete(HeldTable.of(centers.database(), "mail_mailbox"));
                }
                return Optional.empty();
            });
            int seen = centers.doors.seen();
            centers.doors.drop(20);
            try (HeldTable held = mark.get(20, TimeUnit.SECONDS)) {
                Awaitility.await().dontCatchUncaughtExceptions().until(() -> centers.doors.seen() > seen);
                held.untilWaitedFor(1);
                centers.one().kill();
            }
            centers.doors.wire.listen(command -> Optional.empty());
            again();
        }
        centers.doors.settled();
    }

    /** The moments begin anew with each run: {@code -Dmail.kill.seed=<seed>}. */
    @Test
    void killedAtAnyMoment() throws Exception {
        Random moments = new Random(SEED);
        try (var load = centers.load()) {
            for (int round = 0; round < 2; round++) {
                centers.doors.drop(30);
                Thread.sleep(moments.nextInt(1_500));
                centers.one().kill();
                again();
            }
        }
        centers.doors.settled();
    }

    private static void await(CountDownLatch moment) {
        try {
            assertThat(moment.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void again() throws Exception {
        centers.doors.leaseEnds();
        centers.one().start();
    }
}

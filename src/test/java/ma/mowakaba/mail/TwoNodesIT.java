package ma.mowakaba.mail;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import ma.mowakaba.CenterProcess;
import ma.mowakaba.Signal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes as two processes on one database, which read the same mailbox and take mails from the same servers. */
class TwoNodesIT {

    @AutoClose
    private static MailCenters centers;

    @BeforeAll
    static void start() throws Exception {
        centers = MailCenters.start("two-nodes", 2);
    }

    /** Whichever has the lease of the mailbox: each sleeps through its end, and goes on where it was while the other reads too. */
    @Test
    void eachSleepsForLongerThanItsLease() throws Exception {
        try (var load = centers.load()) {
            for (CenterProcess node : centers.nodes) {
                centers.doors.drop(100);
                centers.doors.leaseEnds();
                Signal.STOP.to(node.process());
                Thread.sleep(1_500);
                Signal.CONT.to(node.process());
            }
        }
        centers.doors.settled();
    }

    @Test
    void eachIsKilledAndTheOtherGoesOn() throws Exception {
        try (var load = centers.load()) {
            for (CenterProcess node : centers.nodes) {
                centers.doors.drop(150);
                Thread.sleep(500);
                node.kill();
                centers.doors.leaseEnds();
                untilMoreAreSeen();
                node.start();
            }
        }
        centers.doors.settled();
    }

    private static void untilMoreAreSeen() {
        int before = centers.doors.seen();
        await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(30)).until(() -> centers.doors.seen() > before);
    }
}

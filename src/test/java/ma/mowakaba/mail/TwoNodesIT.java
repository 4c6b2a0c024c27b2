package ma.mowakaba.mail;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import ma.mowakaba.CenterProcess;
import ma.mowakaba.Signal;
import ma.mowakaba.demo.database.EmbeddedMariaDb;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes as two processes on one database, which read the same mailbox and take mails from the same servers. */
class TwoNodesIT {

    private static final Path FOLDER = Path.of("target/test-two-nodes").toAbsolutePath();

    private static EmbeddedMariaDb database;
    private static BothDoors doors;
    private static List<CenterProcess> nodes;

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedMariaDb.alone(FOLDER.resolve("mariadb"));
        doors = new BothDoors(database);
        nodes = List.of(node("one").start(), node("two").start());
    }

    private static CenterProcess node(String name) throws Exception {
        return new CenterProcess(FOLDER.resolve(name), database, CenterProcess.FIRST_COMPILER, doors.settings());
    }

    @AfterAll
    static void end() throws Exception {
        nodes.forEach(CenterProcess::close);
        doors.close();
        database.close();
    }

    /** Whichever has the lease of the mailbox: each sleeps through its end, and goes on where it was while the other reads too. */
    @Test
    void eachSleepsForLongerThanItsLease() throws Exception {
        try (var load = doors.send(nodes.get(0).port(), nodes.get(1).port())) {
            for (CenterProcess node : nodes) {
                doors.drop(100);
                doors.leaseEnds();
                Signal.STOP.to(node.process());
                Thread.sleep(1_500);
                Signal.CONT.to(node.process());
            }
        }
        doors.settled();
    }

    @Test
    void eachIsKilledAndTheOtherGoesOn() throws Exception {
        try (var load = doors.send(nodes.get(0).port(), nodes.get(1).port())) {
            for (CenterProcess node : nodes) {
                doors.drop(150);
                Thread.sleep(500);
                node.kill();
                doors.leaseEnds();
                untilMoreAreSeen();
                node.start();
            }
        }
        doors.settled();
    }

    private static void untilMoreAreSeen() {
        int before = doors.seen();
        await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(30)).until(() -> doors.seen() > before);
    }
}

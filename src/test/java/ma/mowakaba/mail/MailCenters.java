package ma.mowakaba.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ma.mowakaba.CenterProcess;
import ma.mowakaba.demo.database.EmbeddedMariaDb;

/** Centers in processes of their own on one database, and the mails they take by both doors: whatever of it may be killed and come back. */
final class MailCenters implements AutoCloseable {

    final BothDoors doors;
    final List<CenterProcess> nodes = new ArrayList<>();
    private EmbeddedMariaDb database;

    private MailCenters(EmbeddedMariaDb database) throws IOException {
        this.database = database;
        this.doors = new BothDoors(database);
    }

    /**
     * Returns when all are ready.
     *
     * @param name of the folder under {@code target} that takes all they write
     * @param options of the database
     */
    static MailCenters start(String name, int nodes, String... options) throws Exception {
        Path folder = Path.of("target", "test-" + name).toAbsolutePath();
        MailCenters centers = new MailCenters(EmbeddedMariaDb.alone(folder.resolve("mariadb"), options));
        for (int node = 0; node < nodes; node++) {
            Path own = folder.resolve("center-" + node);
            centers.nodes.add(
                    new CenterProcess(own, centers.database, CenterProcess.FIRST_COMPILER, centers.doors.settings())
                            .start());
        }
        return centers;
    }

    /** The first, or the only one. */
    CenterProcess one() {
        return nodes.getFirst();
    }

    EmbeddedMariaDb database() {
        return database;
    }

    /** Mail servers with one mail after the other for each node in turn. */
    MailServers load() {
        return doors.send(nodes.stream().mapToInt(CenterProcess::port).toArray());
    }

    /** The database that ended, with all it had. */
    void databaseAgain() throws Exception {
        database = database.again();
        doors.leaseEnds();
    }

    @Override
    public void close() throws Exception {
        nodes.forEach(CenterProcess::close);
        doors.close();
        database.close();
    }
}

package ma.mowakaba.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import ma.mowakaba.demo.database.EmbeddedMariaDb;

/**
 * No room for a database: the system lets none of its files become larger than the largest is. To the server it is a write that fails, at
 * the same place as on a full disk; it needs neither a file system of its own nor the rights to make one.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/getrlimit.2.html">getrlimit(2), RLIMIT_FSIZE</a>
 */
final class FullDisk implements AutoCloseable {

    private static final int HARDLY_ANYTHING = 600_000;

    private final EmbeddedMariaDb database;
    private final Connection ballast;

    private FullDisk(EmbeddedMariaDb database, Connection ballast) {
        this.database = database;
        this.ballast = ballast;
    }

    /**
     * @param table which is filled nearly as far as its file may grow
     * @param insert one row of it, with a parameter for bytes
     */
    static FullDisk of(EmbeddedMariaDb database, String table, String insert) throws Exception {
        Connection ballast = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        ballast.setAutoCommit(false);
        try (var statement = ballast.prepareStatement(insert)) {
            long now = Files.size(database.data().resolve(database.user() + "/" + table + ".ibd"));
            statement.setBytes(1, letters((int) Math.max(1, largest(database.data()) - now - HARDLY_ANYTHING)));
            statement.executeUpdate();
        }
        allow(database, String.valueOf(largest(database.data())));
        return new FullDisk(database, ballast);
    }

    private static byte[] letters(int count) {
        byte[] bytes = new byte[count];
        Random random = new Random(1);
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(26));
        }
        return bytes;
    }

    private static long largest(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .max()
                    .orElseThrow();
        }
    }

    private static void allow(EmbeddedMariaDb database, String bytes) throws IOException, InterruptedException {
        Process prlimit = new ProcessBuilder(
                        "prlimit", "--pid=" + database.process().pid(), "--fsize=" + bytes + ":")
                .inheritIO()
                .start();
        if (prlimit.waitFor() != 0 && database.process().isAlive()) {
            throw new IOException("prlimit of util-linux refused");
        }
    }

    /** There is room again; the ballast was never committed. A server that is about to end has ended. */
    @Override
    public void close() throws Exception {
        if (database.process().isAlive()) {
            allow(database, "unlimited");
        }
        try (ballast) {
            ballast.rollback();
        } catch (SQLException ending) {
            database.process().onExit().get(30, TimeUnit.SECONDS);
        }
    }
}

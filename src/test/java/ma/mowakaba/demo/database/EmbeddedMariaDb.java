package ma.mowakaba.demo.database;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import ma.mowakaba.launch.CannotStart;
import org.springframework.util.FileSystemUtils;

/** A real MariaDB server on loopback; its data stay in {@code home} and survive a restart. */
public final class EmbeddedMariaDb implements AutoCloseable {

    private static final String NAME = "mowakaba";

    private final Place place;
    private final Process process;

    private EmbeddedMariaDb(Place place, Process process) {
        this.place = place;
        this.process = process;
    }

    /** @param home absolute @param options further ones of the server */
    private record Place(MariaDbBinaries binaries, Path home, int port, List<String> options) {

        Path pid() {
            return home.resolve("mariadb.pid");
        }
    }

    /**
     * @param cache shared, read only after unpacking
     * @param home of this instance: data, socket, log, pid
     * @param percent of unpacking, told on the first start only
     */
    static EmbeddedMariaDb start(Path cache, Path home, IntConsumer percent) throws IOException, InterruptedException {
        Path here = home.toAbsolutePath().normalize();
        return start(new Place(MariaDbBinaries.unpacked(cache, percent), here, freePort(), List.of()));
    }

    /**
     * An empty one, for a test that does to it what no other would bear.
     *
     * @param options further ones of the server, as {@code --innodb-log-file-size=8M}
     */
    public static EmbeddedMariaDb alone(Path home, String... options) throws IOException, InterruptedException {
        Path here = home.toAbsolutePath().normalize();
        FileSystemUtils.deleteRecursively(here.resolve("data"));
        Path cache = Path.of(System.getProperty("user.home"), ".cache/mowakaba");
        return start(new Place(MariaDbBinaries.unpacked(cache, percent -> {}), here, freePort(), List.of(options)));
    }

    /** After its process was killed: the same data at the same port. */
    public EmbeddedMariaDb again() throws IOException, InterruptedException {
        return start(place);
    }

    private static EmbeddedMariaDb start(Place place) throws IOException, InterruptedException {
        Path home = place.home();
        Files.createDirectories(home.resolve("tmp"));
        stopOrphan(place.pid(), place.binaries().base());
        if (!Files.isDirectory(home.resolve("data/mysql"))) {
            FileSystemUtils.copyRecursively(place.binaries().template(), home.resolve("data"));
        }
        Process process = launch(place);
        awaitReady(process, home.resolve("mariadb.log"));
        return new EmbeddedMariaDb(place, process);
    }

    public String jdbcUrl() {
        return "jdbc:mariadb://127.0.0.1:" + place.port() + "/" + NAME + "?sslMode=disable";
    }

    public String user() {
        return NAME;
    }

    public String password() {
        return NAME;
    }

    /** @return its process, for tests that freeze or kill it */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** @return the folder of its files */
    public Path data() {
        return place.home().resolve("data");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        Files.deleteIfExists(place.pid());
    }

    private static Process launch(Place place) throws IOException {
        Path base = place.binaries().base();
        Path home = place.home();
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                // a file that may not grow is a failure of one statement, and not the end of the server
                "trap '' XFSZ; exec \"$@\"",
                "mariadbd",
                base + "/bin/mariadbd",
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + home.resolve("data"),
                "--tmpdir=" + home.resolve("tmp"),
                "--socket=" + socket(home),
                "--pid-file=" + place.pid(),
                "--port=" + place.port(),
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_ai_ci",
                "--default-time-zone=+00:00",
                "--innodb-ft-min-token-size=2",
                "--max-allowed-packet=64M",
                "--init-file=" + initFile(home)));
        command.addAll(place.options());
        command.addAll(MariaDbBinaries.userOption());
        var builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("mariadb.log").toFile());
        builder.environment().putAll(place.binaries().environment());
        return builder.start();
    }

    private static Path initFile(Path home) throws IOException {
        return Files.writeString(home.resolve("init.sql"), """
            CREATE DATABASE IF NOT EXISTS `%1$s` CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
            CREATE OR REPLACE USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%1$s';
            GRANT ALL PRIVILEGES ON `%1$s%%`.* TO '%1$s'@'127.0.0.1';
            """.formatted(NAME));
    }

    /** A socket's path may have 107 bytes. */
    private static Path socket(Path home) throws IOException {
        Path beside = home.resolve("m.sock");
        return beside.toString().length() <= 100
                ? beside
                : Files.createTempDirectory("mdb").resolve("m.sock");
    }

    private static void awaitReady(Process process, Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Files.readString(log).contains("ready for connections")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroy();
                throw new CannotStart("The embedded database did not start, see " + log + ": " + complaint(log));
            }
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    /** @return the first complaint; the ones after it follow from it */
    private static String complaint(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("[ERROR]")).findFirst().orElse("it wrote no error.");
        }
    }

    /** A JVM that was killed leaves its server behind, which holds the locks on the data. */
    private static void stopOrphan(Path pidFile, Path base) throws IOException, InterruptedException {
        if (!Files.exists(pidFile)) {
            return;
        }
        var orphan = ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                .filter(process -> process.info().command().orElse("").startsWith(base.toString()));
        if (orphan.isPresent()) {
            orphan.get().destroy();
            try {
                orphan.get().onExit().get(30, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                orphan.get().destroyForcibly();
            }
        }
        Files.deleteIfExists(pidFile);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

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

    private final Process process;
    private final Path pidFile;
    private final int port;

    private EmbeddedMariaDb(Process process, Path pidFile, int port) {
        this.process = process;
        this.pidFile = pidFile;
        this.port = port;
    }

    /**
     * @param cache shared, read only after unpacking
     * @param home of this instance: data, socket, log, pid
     * @param percent of unpacking, told on the first start only
     */
    static EmbeddedMariaDb start(Path cache, Path home, IntConsumer percent) throws IOException, InterruptedException {
        MariaDbBinaries binaries = MariaDbBinaries.unpacked(cache, percent);
        Path here = home.toAbsolutePath().normalize();
        Files.createDirectories(here.resolve("tmp"));
        Path pid = here.resolve("mariadb.pid");
        stopOrphan(pid, binaries.base());
        if (!Files.isDirectory(here.resolve("data/mysql"))) {
            FileSystemUtils.copyRecursively(binaries.template(), here.resolve("data"));
        }
        int port = freePort();
        Process process = launch(binaries, here, pid, port);
        awaitReady(process, here.resolve("mariadb.log"));
        return new EmbeddedMariaDb(process, pid, port);
    }

    public String jdbcUrl() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + NAME + "?sslMode=disable";
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

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        Files.deleteIfExists(pidFile);
    }

    private static Process launch(MariaDbBinaries binaries, Path home, Path pid, int port) throws IOException {
        Path base = binaries.base();
        List<String> command = new ArrayList<>(List.of(
                base + "/bin/mariadbd",
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + home.resolve("data"),
                "--tmpdir=" + home.resolve("tmp"),
                "--socket=" + socket(home),
                "--pid-file=" + pid,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_ai_ci",
                "--default-time-zone=+00:00",
                "--innodb-ft-min-token-size=2",
                "--max-allowed-packet=64M",
                "--init-file=" + initFile(home)));
        command.addAll(MariaDbBinaries.userOption());
        var builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("mariadb.log").toFile());
        builder.environment().putAll(binaries.environment());
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

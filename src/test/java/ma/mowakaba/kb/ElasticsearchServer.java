package ma.mowakaba.kb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;

/** A real Elasticsearch server, unpacked into a folder of its own and started with a small heap; it refuses to run as root. */
final class ElasticsearchServer implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path folder;
    private final Path home;
    private final int port;
    private Process process;

    /** @param zip the distribution {@code integ-test-zip} */
    ElasticsearchServer(Path zip) throws IOException {
        folder = Files.createTempDirectory("mowakaba-elasticsearch");
        home = unpack(zip);
        port = freePort();
        configure();
        openToOthers();
        process = launch();
        awaitReady();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Ends the server at once, as a failing machine would. */
    void kill() {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process.toHandle());
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(
                one -> one.onExit().completeOnTimeout(one, 20, TimeUnit.SECONDS).join());
    }

    /** Starts it again on the data it had. */
    void restart() throws IOException {
        process = launch();
        awaitReady();
    }

    @Override
    public void close() throws IOException {
        kill();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private Path unpack(Path zip) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("an entry leaves the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        try (Stream<Path> top = Files.list(folder)) {
            return top.filter(path -> Files.isDirectory(path.resolve("bin")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void configure() throws IOException {
        Path conf = Files.createDirectories(folder.resolve("run/conf"));
        Files.createDirectories(conf.resolve("jvm.options.d"));
        for (String name : List.of("data", "logs", "tmp")) {
            Files.createDirectories(folder.resolve("run/" + name));
        }
        for (String name :
                List.of("jvm.options", "log4j2.properties", "roles.yml", "role_mapping.yml", "users", "users_roles")) {
            Path source = home.resolve("config").resolve(name);
            if (Files.exists(source)) {
                Files.copy(source, conf.resolve(name));
            }
        }
        Files.writeString(
                conf.resolve("jvm.options.d/heap.options"),
                "-Xms256m\n-Xmx256m\n-XX:-AlwaysPreTouch\n-XX:TieredStopAtLevel=1\n");
        Files.writeString(conf.resolve("elasticsearch.yml"), """
            cluster.name: contract
            node.name: one
            discovery.type: single-node
            network.host: 127.0.0.1
            http.port: %d
            transport.port: %d
            path.data: %s
            path.logs: %s
            xpack.security.enabled: false
            """.formatted(
                        port, freePort(), folder.resolve("run/data"), folder.resolve("run/logs")));
    }

    /** The server runs as another user when the test runs as root. */
    private void openToOthers() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                boolean program = Files.isDirectory(file) || file.startsWith(home.resolve("bin"));
                boolean writable = file.startsWith(folder.resolve("run"));
                String others = (writable ? "rw" : "r-") + (program ? "x" : "-");
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString((program ? "rwx" : "rw-") + others + others));
            }
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("runuser", "-u", "nobody", "--"));
        }
        command.add(home.resolve("bin/elasticsearch").toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("ES_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("ES_PATH_CONF", folder.resolve("run/conf").toString());
        builder.environment().put("ES_TMPDIR", folder.resolve("run/tmp").toString());
        builder.environment().put("HOME", folder.resolve("run").toString());
        return builder.start();
    }

    private void awaitReady() throws IOException {
        try {
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> !process.isAlive() || answers());
        } finally {
            if (!process.isAlive()) {
                throw new IOException("Elasticsearch did not start: " + Files.readString(folder.resolve("out.log")));
            }
        }
    }

    private boolean answers() {
        try {
            HttpRequest health = HttpRequest.newBuilder(URI.create(url() + "/_cluster/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

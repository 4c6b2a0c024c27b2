package ma.mowakaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.mowakaba.demo.DemonstrationCenter;
import ma.mowakaba.demo.database.EmbeddedMariaDb;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A center in a process of its own, on a database of its own, with the demonstration's accounts: it can be killed and started again. */
public final class CenterProcess implements AutoCloseable {

    /** Sooner up, and slower for ever after. */
    public static final List<String> FIRST_COMPILER =
            List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final String JAVA = ProcessHandle.current().info().command().orElse("java");

    private final Path log;
    private final int port;
    private final List<String> command = new ArrayList<>();
    private @Nullable Process process;

    /**
     * Not started yet.
     *
     * @param folder emptied, for its log and whatever it writes
     * @param settings further ones, by name
     */
    public CenterProcess(Path folder, EmbeddedMariaDb database, List<String> jvm, Map<String, String> settings)
            throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        log = folder.resolve("center.log");
        port = freePort();
        command.add(JAVA);
        command.addAll(jvm);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath()));
        command.add(DemonstrationCenter.class.getName());
        set("server.port", String.valueOf(port));
        set("spring.datasource.url", database.jdbcUrl());
        set("spring.datasource.username", database.user());
        set("spring.datasource.password", database.password());
        set("mowakaba.demo.home", folder.toString());
        set("mowakaba.demo.site.port", "0");
        for (String part : List.of("exchange.enabled", "player", "welcome")) {
            set("mowakaba.demo." + part, "false");
        }
        settings.forEach(this::set);
        // a test that is broken off leaves nothing behind
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    private void set(String name, String value) {
        command.add("--" + name + "=" + value);
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Returns at once. */
    public CenterProcess begin() throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return this;
    }

    /** Returns when it is ready. */
    public CenterProcess start() throws IOException {
        begin().untilReady();
        return this;
    }

    public void untilReady() {
        // what other threads of a test throw when they are hung up on is not its own
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(this::ready);
    }

    private boolean ready() {
        assertThat(process().isAlive()).as("still running, see " + log).isTrue();
        try {
            return center().get("/actuator/health/readiness").status() == 200;
        } catch (java.io.UncheckedIOException notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public Center center() {
        return Center.at(port);
    }

    public ProcessHandle process() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process.toHandle();
    }

    /** Without a word of warning, as by {@code kill -9}. */
    public void kill() {
        process().destroyForcibly();
        process().onExit().join();
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

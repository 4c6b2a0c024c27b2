package ma.mowakaba.telephony;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.kernel.Language;

/** {@code telephony/prompts/prompts.tsv}: what a caller hears, by key and language. */
final class Prompts {

    private static final Path FILE = Path.of("telephony/prompts/prompts.tsv");
    private static final List<Language> COLUMNS = List.of(Language.AR, Language.FR, Language.ZGH);

    private final Map<String, Map<Language, String>> texts = new HashMap<>();

    static Prompts read() {
        try {
            Prompts prompts = new Prompts();
            Files.readAllLines(FILE).stream()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("key\t"))
                    .forEach(prompts::add);
            return prompts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] cells = line.split("\t", -1);
        Map<Language, String> texts = new HashMap<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            if (!cells[i + 1].isBlank()) {
                texts.put(COLUMNS.get(i), cells[i + 1]);
            }
        }
        this.texts.put(cells[0], texts);
    }

    Stream<String> keys() {
        return texts.keySet().stream();
    }

    boolean has(String key, Language language) {
        return texts.getOrDefault(key, Map.of()).containsKey(language);
    }

    String text(String key, Language language) {
        return Objects.requireNonNull(
                texts.getOrDefault(key, Map.of()).get(language), () -> key + " is missing in " + language);
    }

    /** @return the keys' texts with blanks between; in Arabic without vowel signs */
    String sentence(List<String> keys, Language language) {
        return keys.stream()
                .map(key -> text(key, language))
                .map(text -> text.replaceAll("[\\u064B-\\u0652]", ""))
                .collect(Collectors.joining(" "));
    }
}

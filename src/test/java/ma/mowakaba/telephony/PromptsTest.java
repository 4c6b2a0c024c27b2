package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.ticket.TicketState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A prompt that is missing in a language would be spoken in another one, or leave the caller in silence. */
class PromptsTest {

    private static final Path TEMPLATES = Path.of("telephony/asterisk");
    private static final Pattern PROMPT = Pattern.compile("mowakaba/([a-z0-9-]+)(?![a-z0-9-]*[$@])");
    private static final List<Language> SPOKEN = List.of(Language.AR, Language.FR, Language.ZGH);

    private final Prompts prompts = Prompts.read();

    @Test
    void everyPromptOfTheDialplanIsThereInEveryLanguage() throws IOException {
        Set<String> used = new TreeSet<>(Set.of("callback-known", "callback-kept"));
        for (String template : List.of("extensions.conf", "queues.conf")) {
            Matcher matcher = PROMPT.matcher(Files.readString(TEMPLATES.resolve(template)));
            while (matcher.find()) {
                used.add(matcher.group(1));
            }
        }
        domains().forEach(domain -> used.add("domain-" + domain));
        for (int key = 1; key <= 9; key++) {
            used.add("press-" + key);
        }
        used.removeIf(key -> key.endsWith("-"));
        assertThat(used).contains("welcome", "consent", "survey", "callback-offer", "domain-funding", "press-9");
        for (Language language : SPOKEN) {
            assertThat(used).allMatch(key -> prompts.has(key, language), "is in prompts.tsv in " + language);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, names = "EN", mode = EnumSource.Mode.EXCLUDE)
    void whatACallerIsToldIsThereInHisLanguage(Language language) {
        Stream<String> states = Stream.of(TicketState.values())
                .filter(TicketState::unfinished)
                .flatMap(state -> Speech.status(language, "2026-001234567890", state.code()).stream());
        Stream<String> waits = Stream.of(0, 30, 60, 125, 3600)
                .flatMap(seconds -> Speech.place(language, seconds / 10, Duration.ofSeconds(seconds)).stream());
        assertThat(Stream.concat(states, waits)).allMatch(key -> prompts.has(key, language), "is in prompts.tsv");
    }

    @Test
    void arabicTextsCarryTheirVowelSigns() {
        assertThat(prompts.text("welcome", Language.AR)).containsPattern("[\\u064B-\\u0652]");
        assertThat(prompts.keys().filter(key -> prompts.has(key, Language.AR)))
                .allMatch(
                        key -> prompts.text(key, Language.AR).matches("(?s).*[\\u064B-\\u0652].*"), "has vowel signs");
    }

    private static List<String> domains() throws IOException {
        return Files.readAllLines(Path.of("telephony/settings.defaults")).stream()
                .filter(line -> line.startsWith("DOMAINS="))
                .flatMap(line -> Stream.of(line.substring("DOMAINS=".length()).split(" ")))
                .toList();
    }
}

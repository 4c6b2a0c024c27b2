package ma.mowakaba.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every line of the articles, as a program of the last century would have sent it. */
class CharsetsTest {

    private static final int WORTH_GUESSING = 40;

    @ParameterizedTest
    @ValueSource(strings = {"windows-1256", "iso-8859-6"})
    void arabicIsReadAsItsLabelSaysAlsoWhereItIsShort(String charset) {
        List<String> lines = lines("ar", charset, 1);

        assertThat(lines).hasSizeGreaterThan(100);
        assertThat(share(lines, charset, Optional.of(charset))).isGreaterThan(0.99);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1256", "iso-8859-6"})
    void arabicWithoutLabelIsRecognised(String charset) {
        assertThat(share(lines("ar", charset, WORTH_GUESSING), charset, Optional.empty()))
                .isGreaterThan(0.97);
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "us-ascii", "iso-8859-1", "x-unknown"})
    void frenchIsRecognisedWhateverTheLabelSays(String label) {
        assertThat(share(lines("fr", "windows-1252", 1), "windows-1252", Optional.of(label)))
                .isGreaterThan(0.99);
    }

    /** @return how many of the lines come out as they were, of 1 */
    private static double share(List<String> lines, String charset, Optional<String> label) {
        long right = lines.stream()
                .filter(line -> Charsets.decode(line.getBytes(Charset.forName(charset)), label)
                        .equals(line))
                .count();
        return (double) right / lines.size();
    }

    private static List<String> lines(String language, String charset, int shortest) {
        try (Stream<Path> files = Files.walk(Path.of("kb/articles"))) {
            return files.filter(file -> file.endsWith(language + ".md"))
                    .flatMap(CharsetsTest::text)
                    .filter(line -> line.length() >= shortest)
                    .filter(line -> line.chars().anyMatch(c -> c > 127))
                    .filter(Charset.forName(charset).newEncoder()::canEncode)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> text(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

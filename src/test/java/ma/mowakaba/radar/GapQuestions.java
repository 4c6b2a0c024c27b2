package ma.mowakaba.radar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Real-looking questions in the four ways of writing, each with the need it stands for. */
record GapQuestions(String need, String writing, String text) {

    static List<GapQuestions> all() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/radar/questions.tsv")).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t"))
                    .map(cells -> new GapQuestions(cells[0], cells[1], cells[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Language;
import org.junit.jupiter.api.Test;

/** "This answers" is told from "this is the nearest we have", on the project's own questions. */
class GoodAnswerTest {

    private static final Catalog WITH = Shelves.catalog(List.of());
    private static final Catalog WITHOUT =
            Catalog.of("g2", Shelves.withoutKeywords(), new Digests(Shelves.ANALYSIS), List.of());

    @Test
    void aQuestionThatHasAnArticleHasAGoodAnswer() {
        assertThat(share(WITH, false)).isGreaterThan(0.9);
        assertThat(share(WITHOUT, false))
                .as("asked in words that nobody foresaw")
                .isGreaterThan(0.6);
    }

    @Test
    void aQuestionThatNoArticleAnswersHasNone() {
        assertThat(share(WITH, true)).isLessThan(0.1);
    }

    @Test
    void whatAssociationsAskThatNoArticleAnswersHasNone() throws IOException {
        List<String> asked = Files.readAllLines(Path.of("src/test/resources/radar/questions.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.lastIndexOf('\t') + 1))
                .toList();

        assertThat(share(WITH, asked)).isLessThan(0.3);
    }

    /** @param strange the questions that nothing answers, else the others @return how many of them have a good answer */
    private static double share(Catalog catalog, boolean strange) {
        return share(
                catalog,
                RelevanceQuestion.all().stream()
                        .filter(question -> question.slug().equals("-") == strange)
                        .map(RelevanceQuestion::text)
                        .toList());
    }

    private static double share(Catalog catalog, List<String> asked) {
        LuceneSearchEngine engine = new LuceneSearchEngine();
        engine.publish(catalog.indexed(), catalog.generation());
        Search search = new Search(Shelves.ANALYSIS, engine);
        return asked.stream()
                .mapToInt(question ->
                        new Library.SearchResult(search.hits(catalog, question, Language.FR, Optional.empty(), 3), 0)
                                        .answers()
                                ? 1
                                : 0)
                .average()
                .orElseThrow();
    }
}

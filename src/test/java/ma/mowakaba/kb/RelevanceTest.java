package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import ma.mowakaba.kernel.Language;
import org.junit.jupiter.api.Test;

/** How good the answers are; floors a little below what was reached, so that a loss is seen. */
class RelevanceTest {

    private static final List<RelevanceQuestion> QUESTIONS = RelevanceQuestion.all();
    private static final Catalog CATALOG = Shelves.catalog(List.of());
    private static final Search SEARCH = search();

    /** Share of questions whose article came first, and came among the first five. */
    private record Recall(double first, double firstFive, int questions) {}

    @Test
    void eachWayOfWritingFindsItsArticle() {
        Map<String, Recall> recalls = new TreeMap<>();
        for (String writing : List.of("ar", "darija", "arabizi", "fr")) {
            recalls.put(writing, recall(writing));
        }
        System.out.println(recalls);
        recalls.forEach((writing, recall) -> {
            assertThat(recall.questions()).as(writing).isGreaterThanOrEqualTo(28);
            assertThat(recall.first()).as("recall@1 " + writing).isGreaterThanOrEqualTo(0.7);
            assertThat(recall.firstFive()).as("recall@5 " + writing).isGreaterThanOrEqualTo(0.75);
        });
    }

    @Test
    void aQuestionAboutSomethingElseHasNoAnswer() {
        List<RelevanceQuestion> strange = QUESTIONS.stream()
                .filter(question -> question.slug().equals("-"))
                .toList();
        List<String> answered = strange.stream()
                .filter(question -> !slugs(question).isEmpty())
                .map(question -> question.text() + " " + slugs(question))
                .toList();
        System.out.println(answered);
        assertThat(answered.size()).isLessThanOrEqualTo(strange.size() / 5);
    }

    private static Recall recall(String writing) {
        List<RelevanceQuestion> own = QUESTIONS.stream()
                .filter(question -> question.writing().equals(writing))
                .filter(question -> CATALOG.shelf().entries().containsKey(question.slug()))
                .toList();
        own.stream()
                .filter(q -> rank(q) != 0)
                .forEach(q -> System.out.println(writing + " " + q.text() + " | " + q.slug() + " " + slugs(q) + " "
                        + CATALOG.coverage().new Question(q.text(), Shelves.ANALYSIS.writing(q.text())).by(q.slug())
                        + " " + Shelves.ANALYSIS.writing(q.text())));
        double first = own.stream().filter(question -> rank(question) == 0).count();
        double five = own.stream()
                .filter(question -> IntStream.range(0, 5).anyMatch(rank -> rank == rank(question)))
                .count();
        return new Recall(first / own.size(), five / own.size(), own.size());
    }

    private static int rank(RelevanceQuestion question) {
        return slugs(question).indexOf(question.slug());
    }

    private static List<String> slugs(RelevanceQuestion question) {
        return SEARCH.hits(CATALOG, question.text(), Language.FR, Optional.empty(), 20).stream()
                .map(Library.Hit::slug)
                .toList();
    }

    private static Search search() {
        LuceneSearchEngine engine = new LuceneSearchEngine();
        engine.publish(CATALOG.documents(), CATALOG.generation());
        return new Search(Shelves.ANALYSIS, engine);
    }
}

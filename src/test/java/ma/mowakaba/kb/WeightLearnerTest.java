package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import ma.mowakaba.kernel.DomainCode;
import org.junit.jupiter.api.Test;

class WeightLearnerTest {

    private static final int STEM = field("body_stem");
    private static final int TITLE = field("title_stem");

    @Test
    void theZoneThatFindsTheRightArticleGainsOnTheOneThatDoesNot() {
        double[] untouched = WeightLearner.learn(List.of());
        double[] weights = WeightLearner.learn(
                Collections.nCopies(40, question(Map.of("right", passage(TITLE, 2), "wrong", passage(STEM, 3)))));

        assertThat(weights[TITLE] / weights[STEM]).isGreaterThan(1.5 * untouched[TITLE] / untouched[STEM]);
        assertThat(weights)
                .isEqualTo(WeightLearner.learn(Collections.nCopies(
                        40, question(Map.of("right", passage(TITLE, 2), "wrong", passage(STEM, 3))))));
    }

    @Test
    void oneQuestionMovesLittle() {
        double[] untouched = WeightLearner.learn(List.of());
        double[] weights =
                WeightLearner.learn(List.of(question(Map.of("right", passage(TITLE, 2), "wrong", passage(STEM, 3)))));

        assertThat(weights[TITLE]).isBetween(untouched[TITLE], 1.1 * untouched[TITLE]);
    }

    @Test
    void thePartThatWasAskedForGainsUntilItStandsBeforeTheOthers() {
        double[] asked = new double[Weighing.FIELDS.size()];
        asked[Weighing.PART] = 1;
        List<double[]> parts = List.of(asked, passage(STEM, 8).getFirst());
        WeighedQuestion question = question(Map.of("right", parts));
        double[] untouched = WeightLearner.learn(List.of());
        double[] weights = WeightLearner.learn(Collections.nCopies(400, question));

        assertThat(question.best("right", untouched)).isNotEqualTo(asked);
        assertThat(question.best("right", weights)).isEqualTo(asked);
    }

    @Test
    void theWeightsThatAreReadAreThoseOfAllFieldsOfTheIndex() {
        assertThat(Ranking.USUAL.weights().keySet())
                .containsExactlyElementsOf(
                        Weighing.FIELDS.stream().map(Weighing.Place::name).toList());
    }

    private static WeighedQuestion question(Map<String, List<double[]>> passages) {
        return new WeighedQuestion(
                new RelevanceQuestion("fr", new DomainCode("award"), "right", "?", Map.of()), passages);
    }

    private static List<double[]> passage(int field, double score) {
        double[] scores = new double[Weighing.FIELDS.size()];
        scores[field] = score;
        return List.of(scores);
    }

    private static int field(String name) {
        return Weighing.FIELDS.stream().map(Weighing.Place::name).toList().indexOf(name);
    }
}

package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Against values worked out by hand. */
class MeasuresTest {

    private static final List<String> RANKING = List.of("c", "a", "d", "b", "e", "f");

    @Test
    void oneRightTextInTheSecondPlace() {
        // 1 / log2(3)
        assertThat(Measures.ndcg(RANKING, Map.of("a", 1), 10)).isCloseTo(0.630930, within(1e-6));
        assertThat(Measures.recall(RANKING, Set.of("a"), 1)).isZero();
        assertThat(Measures.recall(RANKING, Set.of("a"), 5)).isEqualTo(1);
        assertThat(Measures.reciprocalRank(RANKING, Set.of("a"), 10)).isEqualTo(0.5);
    }

    @Test
    void whatAnswersCountsSevenTimesWhatIsWorthReadingAndLessFurtherDown() {
        // found 7 / log2(3) + 1 / log2(5) = 4.847186; at best 7 + 1 / log2(3) = 7.630930
        assertThat(Measures.ndcg(RANKING, Map.of("a", 3, "b", 1), 10)).isCloseTo(0.635202, within(1e-6));
        // found 1 + 3 / log2(3) = 2.892789; at best 3 + 1 / log2(3) = 3.630930
        assertThat(Measures.ndcg(RANKING, Map.of("a", 2, "c", 1), 10)).isCloseTo(0.796707, within(1e-6));
    }

    @Test
    void onlyTheHighestGradeIsAnAnswer() {
        Measures measures = Measures.of(RANKING, Map.of("c", 1, "a", 3, "f", 3));
        assertThat(measures.recallOfOne()).isZero();
        assertThat(measures.recallOfFive()).isEqualTo(0.5);
        assertThat(measures.reciprocalRankOfTen()).isEqualTo(0.5);
    }

    @Test
    void theBestOrderIsOneAndNothingFoundIsZero() {
        assertThat(Measures.of(RANKING, Map.of("c", 3))).isEqualTo(new Measures(1, 1, 1, 1));
        assertThat(Measures.of(List.of(), Map.of("c", 3))).isEqualTo(new Measures(0, 0, 0, 0));
        assertThat(Measures.of(RANKING, Map.of("z", 1))).isEqualTo(new Measures(0, 0, 0, 0));
    }

    @Test
    void whatComesAfterTheLastPlaceThatCountsIsNotCounted() {
        assertThat(Measures.ndcg(RANKING, Map.of("f", 1), 5)).isZero();
        assertThat(Measures.reciprocalRank(RANKING, Set.of("f"), 6)).isCloseTo(1 / 6.0, within(1e-9));
        assertThat(Measures.reciprocalRank(RANKING, Set.of("f"), 5)).isZero();
    }

    @Test
    void theIntervalIsTheSameEveryTimeAndHoldsTheMean() {
        double[] values = new double[100];
        Arrays.fill(values, 0, 90, 1);
        Bootstrap bootstrap = Bootstrap.of(values);
        // the standard error of a share of 0.9 in 100 is 0.03
        assertThat(bootstrap.mean()).isEqualTo(0.9);
        assertThat(bootstrap.low()).isCloseTo(0.84, within(0.011));
        assertThat(bootstrap.high()).isCloseTo(0.95, within(0.011));
        assertThat(Bootstrap.of(values)).isEqualTo(bootstrap);
        assertThat(Bootstrap.of(1, 1, 1)).hasToString("1.000 [1.000, 1.000]");
    }
}

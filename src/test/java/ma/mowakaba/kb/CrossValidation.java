package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Measures each question under weights that were learned without it. */
final class CrossValidation {

    private static final int FOLDS = 5;
    private static final long SEED = 9;

    private CrossValidation() {}

    /** @return of each question, in their order */
    static List<Measures> measures(List<WeighedQuestion> questions) {
        List<Integer> shuffled =
                new ArrayList<>(IntStream.range(0, questions.size()).boxed().toList());
        Collections.shuffle(shuffled, new Random(SEED));
        Measures[] measures = new Measures[questions.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int own = fold;
            double[] weights = WeightLearner.learn(IntStream.range(0, shuffled.size())
                    .filter(at -> at % FOLDS != own)
                    .mapToObj(at -> questions.get(shuffled.get(at)))
                    .toList());
            for (int at = fold; at < shuffled.size(); at += FOLDS) {
                measures[shuffled.get(at)] = measured(questions.get(shuffled.get(at)), weights);
            }
        }
        return List.of(measures);
    }

    static Measures measured(WeighedQuestion question, double[] weights) {
        return Measures.of(question.ranking(weights), Map.of(question.question().slug(), 1));
    }
}

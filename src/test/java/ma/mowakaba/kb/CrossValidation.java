package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Measures questions under weights that were learned without them. */
final class CrossValidation {

    private static final int FOLDS = 5;
    private static final long SEED = 9;

    private final List<WeighedQuestion> questions;
    private final List<WeighedQuestion> unforeseen;

    /**
     * @param unforeseen the same questions, asked of articles without keywords: those who wrote the keywords knew the questions, so
     *     that what people will really ask lies between the two
     */
    CrossValidation(List<WeighedQuestion> questions, List<WeighedQuestion> unforeseen) {
        this.questions = questions;
        this.unforeseen = unforeseen;
    }

    static CrossValidation ofTheProject() {
        return new CrossValidation(Weighing.of(Shelves.ofTheProject()), Weighing.of(Shelves.withoutKeywords()));
    }

    /** @return learned from all questions */
    double[] weights() {
        return WeightLearner.learn(questions);
    }

    /** Of each question, in their order: as the articles are, and without their keywords. */
    record Outcome(List<Measures> usual, List<Measures> unforeseen) {}

    Outcome outcome() {
        List<Integer> shuffled =
                new ArrayList<>(IntStream.range(0, questions.size()).boxed().toList());
        Collections.shuffle(shuffled, new Random(SEED));
        Measures[] usual = new Measures[questions.size()];
        Measures[] strange = new Measures[questions.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            double[] weights = withoutFold(fold, shuffled);
            for (int at = fold; at < shuffled.size(); at += FOLDS) {
                int question = shuffled.get(at);
                usual[question] = measured(questions.get(question), weights);
                strange[question] = measured(unforeseen.get(question), weights);
            }
        }
        return new Outcome(List.of(usual), List.of(strange));
    }

    private double[] withoutFold(int fold, List<Integer> shuffled) {
        return WeightLearner.learn(IntStream.range(0, shuffled.size())
                .filter(at -> at % FOLDS != fold)
                .mapToObj(at -> questions.get(shuffled.get(at)))
                .toList());
    }

    private static Measures measured(WeighedQuestion question, double[] weights) {
        return Measures.of(question.ranking(weights), question.question().grades());
    }
}

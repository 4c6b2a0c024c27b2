package ma.mowakaba.kb;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds the weights under which the right article stands first, and in it the part that was asked for: the likelihood of both under a
 * softmax of the scores. The weight of a field is that of its zone times that of its way of comparing. Weights are held near those
 * that served on other texts, so that a few questions do not carry them far. The same questions always give the same weights.
 */
final class WeightLearner {

    private static final int ROUNDS = 150;
    /** How much a score of one says. */
    private static final double SHARPNESS = 0.3;
    /** Questions that it takes to move a weight by the factor e. */
    private static final double HELD = 30;

    /** How often somebody who says “how long” wants the deadlines. */
    private static final double CUES_ARE_RIGHT = 0.65;

    private static final Map<Zone, Double> ZONES =
            Map.of(Zone.BODY, 1.0, Zone.TITLE, 1.0, Zone.HEAD, 1.0, Zone.WHOLE, 0.3, Zone.PART, 2.0);
    private static final Map<Field, Double> FIELDS = Map.of(
            Field.NORM, 0.3,
            Field.STEM, 1.0,
            Field.GRAM, 0.3,
            Field.SKELETON, 0.5,
            Field.FOLD, 0.3,
            Field.ROOT, 1.0,
            Field.PIECE, 0.2,
            Field.IDEA, 0.8);
    private static final int FACTORS = Zone.values().length + Field.values().length;

    private final Collection<WeighedQuestion> questions;

    private WeightLearner(Collection<WeighedQuestion> questions) {
        this.questions = questions;
    }

    /** @return in the order of {@link Weighing#FIELDS} */
    static double[] learn(Collection<WeighedQuestion> questions) {
        return new WeightLearner(questions).learn();
    }

    /** Each factor goes on in its direction in growing steps, and turns back in smaller ones (Rprop). */
    private double[] learn() {
        double[] moved = new double[FACTORS];
        double[] steps = new double[FACTORS];
        double[] before = new double[FACTORS];
        Arrays.fill(steps, 0.02);
        for (int round = 0; round < ROUNDS; round++) {
            double[] slope = slope(moved);
            for (int i = 0; i < FACTORS; i++) {
                double turn = slope[i] * before[i];
                steps[i] = Math.clamp(steps[i] * (turn > 0 ? 1.2 : turn < 0 ? 0.5 : 1), 1e-5, 0.2);
                moved[i] += Math.signum(slope[i]) * steps[i];
            }
            before = slope;
        }
        return weights(moved);
    }

    private double[] slope(double[] moved) {
        double[] weights = weights(moved);
        double[] slope = Arrays.stream(moved).map(each -> -HELD * each).toArray();
        for (WeighedQuestion question : questions) {
            String right = question.question().slug();
            if (question.passages().containsKey(right)) {
                add(slope, weights, towardsTheRightArticle(question, right, weights));
                slope[Zone.PART.ordinal()] += weights[Weighing.PART]
                        * towardsThePart(question.passages().get(right), weights);
            }
        }
        return slope;
    }

    private static double[] towardsTheRightArticle(WeighedQuestion question, String right, double[] weights) {
        double[] wanted = question.best(right, weights);
        double[] expected = expected(
                question.passages().keySet().stream()
                        .map(slug -> question.best(slug, weights))
                        .toList(),
                weights);
        return IntStream.range(0, weights.length)
                .mapToDouble(field -> SHARPNESS * (wanted[field] - expected[field]))
                .toArray();
    }

    private static double towardsThePart(List<double[]> passages, double[] weights) {
        List<double[]> asked =
                passages.stream().filter(own -> own[Weighing.PART] > 0).toList();
        return asked.isEmpty()
                ? 0
                : SHARPNESS
                        * (CUES_ARE_RIGHT * expected(asked, weights)[Weighing.PART]
                                - expected(passages, weights)[Weighing.PART]);
    }

    /** @return the mean scores of what a softmax of the weighted scores draws */
    private static double[] expected(List<double[]> candidates, double[] weights) {
        double[] scores = candidates.stream()
                .mapToDouble(own -> SHARPNESS * WeighedQuestion.score(own, weights))
                .toArray();
        double highest = Arrays.stream(scores).max().orElse(0);
        double[] chances =
                Arrays.stream(scores).map(score -> Math.exp(score - highest)).toArray();
        double all = Arrays.stream(chances).sum();
        double[] mean = new double[weights.length];
        for (int at = 0; at < chances.length; at++) {
            for (int field = 0; field < mean.length; field++) {
                mean[field] += chances[at] / all * candidates.get(at)[field];
            }
        }
        return mean;
    }

    private static void add(double[] slope, double[] weights, double[] change) {
        for (int at = 0; at < weights.length; at++) {
            Weighing.Place place = Weighing.FIELDS.get(at);
            slope[place.zone().ordinal()] += change[at] * weights[at];
            if (place.zone() != Zone.PART) {
                slope[Zone.values().length + place.field().ordinal()] += change[at] * weights[at];
            }
        }
    }

    private static double[] weights(double[] moved) {
        return Weighing.FIELDS.stream()
                .mapToDouble(place -> weight(place, moved))
                .toArray();
    }

    private static double weight(Weighing.Place place, double[] moved) {
        double zone = ZONES.getOrDefault(place.zone(), 0.0)
                * Math.exp(moved[place.zone().ordinal()]);
        return place.zone() == Zone.PART
                ? zone
                : zone
                        * FIELDS.getOrDefault(place.field(), 0.0)
                        * Math.exp(moved[Zone.values().length + place.field().ordinal()]);
    }
}

package ma.mowakaba.kb;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Finds the weights under which the right articles stand first: the likelihood of the right article under a softmax of the scores, held
 * near weights that have served on other texts so that few questions do not carry far. A weight is that of its zone times that of
 * its field. Always the same for the same questions.
 */
final class WeightLearner {

    private static final int ROUNDS = Integer.getInteger("rounds",200);
    /** How far from the start a weight is let, in questions. */
    private static final double HELD = Double.parseDouble(System.getProperty("held","4"));

    private static final double[] ZONES = {1, 1, 1, 0.3};
    private static final double[] WORDS = {0.3, 1, 0.3, 0.5, 0.3, 1, 0.2, 0.8};
    private static final double PART = Double.parseDouble(System.getProperty("part","2"));

    private final Collection<WeighedQuestion> questions;

    private WeightLearner(Collection<WeighedQuestion> questions) {
        this.questions = questions;
    }

    static double[] learn(Collection<WeighedQuestion> questions) {
        return new WeightLearner(questions).learn();
    }

    static double[] start() {
        return weights(new double[ZONES.length + WORDS.length]);
    }

    /** Each parameter goes on in its direction in growing steps, and back in smaller ones (Rprop). */
    private double[] learn() {
        double[] moved = new double[ZONES.length + WORDS.length];
        double[] steps = new double[moved.length];
        double[] before = new double[moved.length];
        Arrays.fill(steps, 0.02);
        for (int round = 0; round < ROUNDS; round++) {
            double[] slope = slope(moved);
            for (int i = 0; i < moved.length; i++) {
                double turn = slope[i] * before[i];
                steps[i] = Math.clamp(steps[i] * (turn > 0 ? 1.2 : turn < 0 ? 0.5 : 1), 1e-5, 0.2);
                moved[i] += Math.signum(slope[i]) * steps[i];
                before[i] = slope[i];
            }
        }
        return weights(moved);
    }

    private double[] slope(double[] moved) {
        double[] weights = weights(moved);
        double[] slope = new double[moved.length];
        for (int i = 0; i < moved.length; i++) {
            slope[i] = -HELD * moved[i];
        }
        for (WeighedQuestion question : questions) {
            String right = question.question().slug();
            if (question.passages().containsKey(right)) {
                add(slope, question, right, weights);
            }
        }
        return slope;
    }

    private static void add(double[] slope, WeighedQuestion question, String right, double[] weights) {
        List<String> slugs = List.copyOf(question.passages().keySet());
        List<double[]> best = slugs.stream().map(slug -> question.best(slug, weights)).toList();
        double[] scores = best.stream().mapToDouble(own -> TEMP * WeighedQuestion.score(own, weights)).toArray();
        double highest = Arrays.stream(scores).max().orElse(0);
        double sum = Arrays.stream(scores).map(score -> Math.exp(score - highest)).sum();
        for (int at = 0; at < scores.length; at++) {
            double pull = (slugs.get(at).equals(right) ? 1 : 0) - Math.exp(scores[at] - highest) / sum;
            for (int field = 0; field < Weighing.PART; field++) {
                double change = pull * TEMP * best.get(at)[field] * weights[field];
                slope[Weighing.FIELDS.get(field).zone().ordinal()] += change;
                slope[ZONES.length + Weighing.FIELDS.get(field).field().ordinal()] += change;
            }
        }
    }
    static double TEMP = Double.parseDouble(System.getProperty("temp","0.3"));

    private static double[] weights(double[] moved) {
        double[] weights = new double[Weighing.FIELDS.size()];
        for (int at = 0; at < Weighing.PART; at++) {
            int zone = Weighing.FIELDS.get(at).zone().ordinal();
            int field = Weighing.FIELDS.get(at).field().ordinal();
            weights[at] = ZONES[zone] * WORDS[field] * Math.exp(moved[zone] + moved[ZONES.length + field]);
        }
        weights[Weighing.PART] = PART;
        return weights;
    }
}

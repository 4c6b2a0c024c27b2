package ma.mowakaba.kb;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A question with what every field says of every passage, so that weights can be tried without asking the engine again.
 *
 * @param passages of each article that covers enough of the question: unweighted scores in the order of {@link Weighing#FIELDS}
 */
record WeighedQuestion(RelevanceQuestion question, Map<String, List<double[]>> passages) {

    /** @return slugs, the best first */
    List<String> ranking(double[] weights) {
        return passages.keySet().stream()
                .sorted(Comparator.comparingDouble((String slug) -> -score(best(slug, weights), weights))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** @return the scores of the passage that stands for the article */
    double[] best(String slug, double[] weights) {
        return passages.getOrDefault(slug, List.of()).stream()
                .max(Comparator.comparingDouble(scores -> score(scores, weights)))
                .orElseGet(() -> new double[weights.length]);
    }

    static double score(double[] scores, double[] weights) {
        double sum = 0;
        for (int field = 0; field < weights.length; field++) {
            sum += scores[field] * weights[field];
        }
        return sum;
    }
}

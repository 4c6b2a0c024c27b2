package ma.mowakaba.kb;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Complement naive Bayes: a class is the likelier, the less the words are those of all the others. It holds up where some classes
 * have far more text than others.
 *
 * @see <a href="https://people.csail.mit.edu/jrennie/papers/icml03-nb.pdf">Rennie and others, 2003</a>
 */
final class ComplementBayes {

    private static final double SMOOTHING = 0.3;

    private final Map<String, Map<String, Double>> countsByClass = new TreeMap<>();
    private final Map<String, Double> counts = new HashMap<>();
    private final Map<String, Integer> examplesWith = new HashMap<>();
    private final Map<String, Double> totals = new HashMap<>();
    private double total;
    private int examples;

    /** @param weight how often the example counts */
    void learn(String name, List<String> features, double weight) {
        Map<String, Double> own = countsByClass.computeIfAbsent(name, _ -> new HashMap<>());
        Set<String> distinct = new HashSet<>(features);
        // a word said ten times in a long text says little more than one said twice
        double share = weight / Math.sqrt(Math.max(1, features.size()));
        for (String feature : features) {
            own.merge(feature, share, Double::sum);
            counts.merge(feature, share, Double::sum);
            totals.merge(name, share, Double::sum);
            total += share;
        }
        distinct.forEach(feature -> examplesWith.merge(feature, 1, Integer::sum));
        examples++;
    }

    boolean knows(String feature) {
        return counts.containsKey(feature);
    }

    /** @return per class a score per known feature, comparable between texts; empty when no feature is known */
    Map<String, Double> scores(List<String> features) {
        List<String> known = features.stream().distinct().filter(this::knows).toList();
        Map<String, Double> scores = new TreeMap<>();
        if (known.isEmpty()) {
            return scores;
        }
        double rarity = known.stream().mapToDouble(this::rarity).sum();
        for (String name : countsByClass.keySet()) {
            double score = known.stream()
                    .mapToDouble(feature -> rarity(feature) * -complement(name, feature))
                    .sum();
            scores.put(name, score / rarity);
        }
        return scores;
    }

    private double complement(String name, String feature) {
        double others = counts.getOrDefault(feature, 0.0)
                - countsByClass.getOrDefault(name, Map.of()).getOrDefault(feature, 0.0);
        double all = total - totals.getOrDefault(name, 0.0);
        return Math.log((Math.max(0, others) + SMOOTHING) / (all + SMOOTHING * counts.size()));
    }

    private double rarity(String feature) {
        return Math.log(1 + (double) examples / examplesWith.getOrDefault(feature, 1));
    }
}

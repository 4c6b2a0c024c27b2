package ma.mowakaba.kb;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /** @return what was learnt so far, worked out for judging */
    Judge judge() {
        List<String> names = List.copyOf(countsByClass.keySet());
        Map<String, double[]> weights = HashMap.newHashMap(counts.size());
        counts.keySet().forEach(feature -> weights.put(feature, weights(names, feature)));
        return new Judge(names, weights);
    }

    /** @return for each class what the feature says for it, and last how much it is listened to */
    private double[] weights(List<String> names, String feature) {
        double rarity = Math.log(1 + (double) examples / examplesWith.getOrDefault(feature, 1));
        double[] row = new double[names.size() + 1];
        for (int each = 0; each < names.size(); each++) {
            row[each] = rarity * -complement(names.get(each), feature);
        }
        row[names.size()] = rarity;
        return row;
    }

    private double complement(String name, String feature) {
        double others = counts.getOrDefault(feature, 0.0)
                - countsByClass.getOrDefault(name, Map.of()).getOrDefault(feature, 0.0);
        double all = total - totals.getOrDefault(name, 0.0);
        return Math.log((Math.max(0, others) + SMOOTHING) / (all + SMOOTHING * counts.size()));
    }

    /** Learns no more. */
    record Judge(List<String> names, Map<String, double[]> weights) {

        /** @return how much the feature speaks for a class, more than for the others on average; 0.0 when one of them is not known */
        double weight(String feature, String name) {
            double[] row = weights.get(feature);
            int at = names.indexOf(name);
            if (row == null || at < 0) {
                return 0;
            }
            return row[at] - Arrays.stream(row, 0, names.size()).average().orElse(0);
        }

        /** @return per class a score per known feature, comparable between texts; empty when no feature is known */
        Map<String, Double> scores(Collection<String> features) {
            double[] sums = new double[names.size() + 1];
            for (String feature : new LinkedHashSet<>(features)) {
                double[] row = weights.get(feature);
                for (int each = 0; row != null && each < row.length; each++) {
                    sums[each] += row[each];
                }
            }
            double rarity = sums[names.size()];
            return rarity == 0
                    ? Map.of()
                    : IntStream.range(0, names.size())
                            .boxed()
                            .collect(Collectors.toMap(names::get, each -> sums[each] / rarity));
        }
    }
}

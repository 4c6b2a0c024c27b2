package ma.mowakaba.kb;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How good one ranking is, 0.0 to 1.0; as trec_eval counts. */
record Measures(double ndcgOfTen, double recallOfOne, double recallOfFive, double reciprocalRankOfTen) {

    /** @param grades at least one */
    static Measures of(List<String> ranking, Map<String, Integer> grades) {
        return new Measures(
                ndcg(ranking, grades, 10),
                recall(ranking, grades, 1),
                recall(ranking, grades, 5),
                reciprocalRank(ranking, grades, 10));
    }

    static double ndcg(List<String> ranking, Map<String, Integer> grades, int within) {
        List<Integer> best =
                grades.values().stream().sorted(Comparator.reverseOrder()).toList();
        List<Integer> found =
                ranking.stream().map(id -> grades.getOrDefault(id, 0)).toList();
        return gain(found, within) / gain(best, within);
    }

    static double recall(List<String> ranking, Map<String, Integer> grades, int within) {
        return (double) ranking.stream()
                        .limit(within)
                        .filter(grades::containsKey)
                        .count()
                / grades.size();
    }

    static double reciprocalRank(List<String> ranking, Map<String, Integer> grades, int within) {
        return IntStream.range(0, Math.min(within, ranking.size()))
                .filter(at -> grades.containsKey(ranking.get(at)))
                .mapToDouble(at -> 1.0 / (at + 1))
                .findFirst()
                .orElse(0);
    }

    private static double gain(List<Integer> grades, int within) {
        return IntStream.range(0, Math.min(within, grades.size()))
                .mapToDouble(at -> grades.get(at) * Math.log(2) / Math.log(at + 2))
                .sum();
    }
}

package ma.mowakaba.kb;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How good one ranking is, 0.0 to 1.0. nDCG counts every text that helps, by 2^grade − 1; recall and reciprocal rank count the answers
 * alone, which are the texts of the highest grade that the question gives: 3 among the project's own questions.
 */
record Measures(double ndcgOfTen, double recallOfOne, double recallOfFive, double reciprocalRankOfTen) {

    /** @param grades at least one, 1 or more */
    static Measures of(List<String> ranking, Map<String, Integer> grades) {
        Set<String> answers = answers(grades);
        return new Measures(
                ndcg(ranking, grades, 10),
                recall(ranking, answers, 1),
                recall(ranking, answers, 5),
                reciprocalRank(ranking, answers, 10));
    }

    private static Set<String> answers(Map<String, Integer> grades) {
        int best = Collections.max(grades.values());
        return grades.keySet().stream().filter(id -> grades.get(id) == best).collect(Collectors.toSet());
    }

    static double ndcg(List<String> ranking, Map<String, Integer> grades, int within) {
        List<Integer> best =
                grades.values().stream().sorted(Comparator.reverseOrder()).toList();
        List<Integer> found =
                ranking.stream().map(id -> grades.getOrDefault(id, 0)).toList();
        return gain(found, within) / gain(best, within);
    }

    static double recall(List<String> ranking, Set<String> answers, int within) {
        return (double) ranking.stream().limit(within).filter(answers::contains).count() / answers.size();
    }

    static double reciprocalRank(List<String> ranking, Set<String> answers, int within) {
        return IntStream.range(0, Math.min(within, ranking.size()))
                .filter(at -> answers.contains(ranking.get(at)))
                .mapToDouble(at -> 1.0 / (at + 1))
                .findFirst()
                .orElse(0);
    }

    private static double gain(List<Integer> grades, int within) {
        return IntStream.range(0, Math.min(within, grades.size()))
                .mapToDouble(at -> ((1 << grades.get(at)) - 1) * Math.log(2) / Math.log(at + 2))
                .sum();
    }
}

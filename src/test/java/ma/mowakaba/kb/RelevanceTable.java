package ma.mowakaba.kb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The measures of some ways of ranking, by language and by way of writing, as a Markdown table. */
final class RelevanceTable {

    private static final String HEAD = """
        | questions | number | ranking | nDCG@10 | recall@1 | recall@5 | MRR@10 |
        |---|---|---|---|---|---|---|
        """;

    private final List<Judgement> judgements;
    private final Map<String, List<Measures>> measuresByRanking = new LinkedHashMap<>();

    RelevanceTable(List<Judgement> judgements) {
        this.judgements = judgements;
    }

    /** @param measures of each judgement, in their order */
    RelevanceTable with(String ranking, List<Measures> measures) {
        measuresByRanking.put(ranking, measures);
        return this;
    }

    RelevanceTable with(String ranking, Ranker ranker) {
        return with(
                ranking,
                judgements.stream()
                        .map(each -> Measures.of(ranker.rank(each.question()), each.grades()))
                        .toList());
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder(HEAD);
        groups().forEach((group, members) -> measuresByRanking.forEach((ranking, measures) -> table.append(
                row(group, ranking, members.stream().map(measures::get).toList()))));
        return table.toString();
    }

    private static String row(String group, String ranking, List<Measures> measures) {
        return String.join(
                        " | ",
                        "| " + group,
                        String.valueOf(measures.size()),
                        ranking,
                        Bootstrap.of(measures, Measures::ndcgOfTen).toString(),
                        Bootstrap.of(measures, Measures::recallOfOne).toString(),
                        Bootstrap.of(measures, Measures::recallOfFive).toString(),
                        Bootstrap.of(measures, Measures::reciprocalRankOfTen) + " |")
                + "\n";
    }

    /** @return places of the judgements: all, of each language, of each way of writing */
    private Map<String, List<Integer>> groups() {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        groups.put("all", places(_ -> true));
        for (String language :
                judgements.stream().map(Judgement::language).collect(Collectors.toCollection(TreeSet::new))) {
            groups.put("language " + language, places(each -> each.language().equals(language)));
        }
        for (String writing :
                judgements.stream().map(Judgement::writing).collect(Collectors.toCollection(TreeSet::new))) {
            groups.put("written " + writing, places(each -> each.writing().equals(writing)));
        }
        return groups;
    }

    private List<Integer> places(Predicate<Judgement> wanted) {
        return IntStream.range(0, judgements.size())
                .filter(at -> wanted.test(judgements.get(at)))
                .boxed()
                .toList();
    }
}

package ma.mowakaba.kb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the words of whole articles are worth to their passages: the same BM25 as if each passage had these words, though they are kept
 * once for each article. Asking Lucene for a word costs more than adding up all its articles, hence lists in memory.
 */
final class ArticleScores {

    private final int articles;
    private final Map<String, ArticleField> fields;

    /** @param published by their numbers */
    ArticleScores(List<IndexArticle> published) {
        this.articles = published.size();
        Map<String, Map<Integer, Terms>> termsByField = new TreeMap<>();
        for (int article = 0; article < articles; article++) {
            int number = article;
            published
                    .get(article)
                    .fields()
                    .forEach((field, terms) -> termsByField
                            .computeIfAbsent(field, _ -> new HashMap<>())
                            .put(number, terms));
        }
        this.fields = termsByField.entrySet().parallelStream()
                .collect(Collectors.toConcurrentMap(
                        Map.Entry::getKey, field -> new ArticleField(field.getKey(), field.getValue(), published)));
    }

    /** @return whether the field is one of whole articles */
    boolean keep(String field) {
        return fields.containsKey(field);
    }

    /** @param clauses of fields of whole articles @return by number of the article; 0 where none of them is met */
    float[] of(List<QueryPlan.Clause> clauses) {
        double[] sums = new double[articles];
        for (QueryPlan.Clause clause : clauses) {
            Optional.ofNullable(fields.get(clause.field()))
                    .ifPresent(field -> field.add(sums, clause.term(), clause.weight()));
        }
        float[] scores = new float[articles];
        for (int article = 0; article < articles; article++) {
            scores[article] = (float) sums[article];
        }
        return scores;
    }
}

package ma.mowakaba.kb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.mowakaba.kernel.DomainCode;

/**
 * A question people ask, from {@code kb/relevance/queries.tsv}.
 *
 * @param writing {@code ar}, {@code darija}, {@code arabizi} or {@code fr}
 * @param slug of the article that answers, a hyphen when none may
 * @param others what else helps: 2 for an article that answers an important part, 1 for one that is worth reading as well, by slug
 */
record RelevanceQuestion(String writing, DomainCode domain, String slug, String text, Map<String, Integer> others) {

    /** The grade of the article that answers. */
    static final int ANSWERS = 3;

    static List<RelevanceQuestion> all() {
        return Tables.rows("relevance/queries.tsv").stream()
                .map(row -> new RelevanceQuestion(
                        row.get(0),
                        new DomainCode(row.get(1)),
                        row.get(2),
                        row.get(3),
                        row.size() > 4 ? graded(row.get(4)) : Map.of()))
                .toList();
    }

    /** @return of each article that helps, by slug; empty when none may */
    Map<String, Integer> grades() {
        if (slug.equals("-")) {
            return Map.of();
        }
        Map<String, Integer> grades = new LinkedHashMap<>(others);
        grades.put(slug, ANSWERS);
        return grades;
    }

    /** @throws IllegalStateException when an article is named twice */
    private static Map<String, Integer> graded(String cell) {
        Map<String, Integer> grades = new LinkedHashMap<>();
        for (String judgement : Tables.variants(cell)) {
            String[] words = judgement.split(" ");
            if (grades.put(words[0], Integer.valueOf(words[1])) != null) {
                throw new IllegalStateException("kb/relevance/queries.tsv: twice in one line: " + judgement);
            }
        }
        return grades;
    }
}

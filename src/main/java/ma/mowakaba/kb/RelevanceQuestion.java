package ma.mowakaba.kb;

import java.util.List;
import ma.mowakaba.kernel.DomainCode;

/**
 * A question people ask, from {@code kb/relevance/queries.tsv}.
 *
 * @param writing {@code ar}, {@code darija}, {@code arabizi} or {@code fr}
 * @param slug of the article that answers, a hyphen when none may
 */
record RelevanceQuestion(String writing, DomainCode domain, String slug, String text) {

    static List<RelevanceQuestion> all() {
        return Tables.rows("relevance/queries.tsv").stream()
                .map(row -> new RelevanceQuestion(row.get(0), new DomainCode(row.get(1)), row.get(2), row.get(3)))
                .toList();
    }
}

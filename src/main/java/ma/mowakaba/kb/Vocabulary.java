package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many passages have a term: what is not there need not be asked for. */
final class Vocabulary {

    private final Map<String, TermCounts> frequencies;

    /** Terms, and how many passages have them. */
    private record Held(Terms terms, int passages) {}

    Vocabulary(List<IndexArticle> indexed) {
        Map<String, List<Held>> held = new HashMap<>();
        for (IndexArticle article : indexed) {
            add(held, article.fields(), article.passages().size());
            article.passages().forEach(passage -> add(held, passage.fields(), 1));
        }
        frequencies = held.entrySet().parallelStream()
                .collect(Collectors.toConcurrentMap(Map.Entry::getKey, field -> counted(field.getValue())));
    }

    private static void add(Map<String, List<Held>> held, Map<String, Terms> fields, int passages) {
        fields.forEach((field, terms) ->
                held.computeIfAbsent(field, _ -> new ArrayList<>()).add(new Held(terms, passages)));
    }

    private static TermCounts counted(List<Held> held) {
        TermCounts counts = new TermCounts();
        held.forEach(one -> one.terms.forEach((term, _) -> counts.add(term, one.passages)));
        return counts;
    }

    /** @return number of passages whose field has the term */
    int frequency(String field, String term) {
        TermCounts counts = frequencies.get(field);
        return counts == null ? 0 : counts.of(term);
    }
}

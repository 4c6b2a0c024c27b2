package ma.mowakaba.kb;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many passages have a term: what is not there need not be asked for. */
final class Vocabulary {

    private final Map<String, Map<String, Integer>> frequencies;

    Vocabulary(List<IndexDocument> documents) {
        Map<String, Map<Terms, Integer>> passages = new HashMap<>();
        documents.forEach(document -> document.fields()
                .forEach((field, terms) -> passages.computeIfAbsent(field, _ -> new IdentityHashMap<>())
                        .merge(terms, 1, Integer::sum)));
        frequencies = passages.entrySet().parallelStream()
                .collect(Collectors.toConcurrentMap(Map.Entry::getKey, field -> counted(field.getValue())));
    }

    /** @param passages that share the terms */
    private static Map<String, Integer> counted(Map<Terms, Integer> passages) {
        Map<String, Integer> counts = new HashMap<>();
        passages.forEach((terms, number) -> terms.forEach((term, _) -> counts.merge(term, number, Integer::sum)));
        return counts;
    }

    /** @return number of passages whose field has the term */
    int frequency(String field, String term) {
        return frequencies.getOrDefault(field, Map.of()).getOrDefault(term, 0);
    }
}

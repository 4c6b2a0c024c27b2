package ma.mowakaba.kb;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many passages have a term: what is not there need not be asked for. */
final class Vocabulary {

    private final Map<String, Map<String, Integer>> frequencies = new HashMap<>();

    Vocabulary(List<IndexDocument> documents) {
        for (IndexDocument document : documents) {
            document.fields().forEach((field, terms) -> {
                Map<String, Integer> counts = frequencies.computeIfAbsent(field, _ -> new HashMap<>());
                Set<String> distinct = new HashSet<>(Arrays.asList(terms.split(" ")));
                distinct.forEach(term -> counts.merge(term, 1, Integer::sum));
            });
        }
    }

    /** @return number of passages whose field has the term */
    int frequency(String field, String term) {
        return frequencies.getOrDefault(field, Map.of()).getOrDefault(term, 0);
    }
}

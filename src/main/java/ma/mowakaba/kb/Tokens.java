package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A text as every way of comparing sees it. */
final class Tokens {

    /** Longer words are not words; Elasticsearch and Lucene cut them differently. */
    private static final int LONGEST = 60;

    private final Map<Field, List<String>> terms = new EnumMap<>(Field.class);

    void add(Field field, String term) {
        if (!term.isEmpty() && term.length() <= LONGEST) {
            terms.computeIfAbsent(field, _ -> new ArrayList<>()).add(term);
        }
    }

    void addAll(List<WordForms.Term> others) {
        others.forEach(term -> add(term.field(), term.text()));
    }

    List<String> of(Field field) {
        return terms.getOrDefault(field, List.of());
    }
}

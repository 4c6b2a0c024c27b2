package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A text as every way of comparing sees it. */
final class Tokens {

    private final Map<Field, List<String>> terms = new EnumMap<>(Field.class);

    void add(Field field, String term) {
        terms.computeIfAbsent(field, _ -> new ArrayList<>()).add(term);
    }

    List<String> of(Field field) {
        return terms.getOrDefault(field, List.of());
    }
}

package ma.mowakaba.kb;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a field of a passage holds: each term once, with how often it is there. The passages of an article share many of them. */
final class Terms {

    private final String[] distinct;
    private final int[] counts;

    private Terms(Map<String, Integer> counts) {
        this.distinct = counts.keySet().toArray(String[]::new);
        this.counts = counts.values().stream().mapToInt(Integer::intValue).toArray();
    }

    static Terms of(Stream<String> all) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        all.forEach(term -> counts.merge(term, 1, Integer::sum));
        return new Terms(counts);
    }

    static Terms of(String... all) {
        return of(Stream.of(all));
    }

    int size() {
        return distinct.length;
    }

    String term(int at) {
        return distinct[at];
    }

    int count(int at) {
        return counts[at];
    }

    void forEach(ObjIntConsumer<String> action) {
        for (int at = 0; at < distinct.length; at++) {
            action.accept(distinct[at], counts[at]);
        }
    }

    /** @return each term as often as it is there, separated by spaces */
    @Override
    public String toString() {
        return IntStream.range(0, distinct.length)
                .mapToObj(at -> (distinct[at] + " ").repeat(counts[at]))
                .collect(Collectors.joining());
    }
}

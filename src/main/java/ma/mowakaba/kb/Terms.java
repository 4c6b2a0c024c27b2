package ma.mowakaba.kb;

import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a field holds: each term once, with how often it is there. */
final class Terms {

    private final String[] distinct;
    private final int[] counts;

    /** @param counts of the terms in the same order */
    Terms(String[] distinct, int[] counts) {
        this.distinct = distinct;
        this.counts = counts;
    }

    static Terms of(String... all) {
        TermCounts counts = new TermCounts();
        for (String term : all) {
            counts.add(term, 1);
        }
        return counts.terms();
    }

    static Terms sum(Stream<Terms> all) {
        TermCounts counts = new TermCounts();
        all.forEach(terms -> terms.forEach(counts::add));
        return counts.terms();
    }

    int size() {
        return distinct.length;
    }

    /** @return how many there are, each as often as it is there */
    int length() {
        return IntStream.of(counts).sum();
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

package ma.mowakaba.kb;

import java.util.List;
import java.util.stream.IntStream;

/** Letters in a row. */
final class Grams {

    private Grams() {}

    /** @return every run of that many letters; a shorter word as it is */
    static List<String> of(String word, int size) {
        return word.length() <= size
                ? List.of(word)
                : IntStream.rangeClosed(0, word.length() - size)
                        .mapToObj(from -> word.substring(from, from + size))
                        .toList();
    }
}

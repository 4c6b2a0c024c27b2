package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.List;

/** Letters in a row. */
final class Grams {

    private Grams() {}

    /** @return every run of that many letters; a shorter word as it is */
    static List<String> of(String word, int size) {
        return of(word, size, size);
    }

    /** @return every run of at least {@code shortest} and at most {@code longest} letters, by length; a word shorter than that as it is */
    static List<String> of(String word, int shortest, int longest) {
        List<String> grams = new ArrayList<>((longest - shortest + 1) * word.length());
        for (int size = shortest; size <= longest; size++) {
            grams.add(word.substring(0, Math.min(size, word.length())));
            for (int from = 1; from <= word.length() - size; from++) {
                grams.add(word.substring(from, from + size));
            }
        }
        return grams;
    }
}

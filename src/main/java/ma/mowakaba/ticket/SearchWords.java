package ma.mowakaba.ticket;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words as the full-text index knows them: one spelling for the forms of alef, ya and ta marbuta, no vowel signs, no article. The same
 * folding on both sides lets {@code حساب} find {@code الحساب}.
 */
final class SearchWords {
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_WORDS = 8;

    /** Words that InnoDB does not index; requiring one would find nothing. */
    private static final Set<String> NOT_INDEXED = Set.of(
            "about", "are", "com", "for", "from", "how", "that", "the", "this", "und", "was", "what", "when", "where",
            "who", "will", "with", "www");

    private SearchWords() {}

    static String of(String text) {
        return words(text).collect(Collectors.joining(" "));
    }

    /**
     * @return a query in boolean mode that wants every word, the beginning of a word being enough; empty when no word can be found.
     *     Only letters and digits of the question are in it, so it carries no operator of its writer
     */
    static String query(String question) {
        return words(question)
                .filter(word -> word.length() >= 3 && !NOT_INDEXED.contains(word))
                .distinct()
                .limit(MOST_WORDS)
                .map(word -> "+" + word + "*")
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> words(String text) {
        String plain = Normalizer.normalize(Texts.cut(text, LONGEST_TEXT), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\u064B-\\u065F\\u0670\\u0640\\u200B-\\u200F]", "")
                .replaceAll("[أإآٱ]", "ا")
                .replace('ى', 'ي')
                .replace('ة', 'ه')
                .replace('ؤ', 'و')
                .replace('ئ', 'ي');
        return Arrays.stream(plain.split("[^\\p{L}\\p{M}\\p{Nd}]+"))
                .filter(word -> !word.isEmpty())
                .map(SearchWords::bare);
    }

    private static String bare(String word) {
        String bare = word.length() >= 5 ? word.replaceFirst("^(?:[وفبك]?ال|لل)", "") : word;
        return Texts.cut(bare, 80);
    }
}

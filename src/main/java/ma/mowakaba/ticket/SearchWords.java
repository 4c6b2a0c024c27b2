package ma.mowakaba.ticket;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
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

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
    private static final Pattern ARTICLE = Pattern.compile("^(?:[وفبك]?ال|لل)");

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
        return BETWEEN.splitAsStream(folded(Normalizer.normalize(Texts.cut(text, LONGEST_TEXT), Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .map(SearchWords::bare);
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            switch (sign) {
                case 'أ', 'إ', 'آ', 'ٱ' -> folded.append('ا');
                case 'ى', 'ئ' -> folded.append('ي');
                case 'ة' -> folded.append('ه');
                case 'ؤ' -> folded.append('و');
                default -> {
                    if (!silent(sign)) {
                        folded.append(sign);
                    }
                }
            }
        }
        return folded.toString();
    }

    /** Vowel signs, the line that lengthens a letter, marks of joining and of direction. */
    private static boolean silent(char sign) {
        return sign >= '\u064B' && sign <= '\u065F'
                || sign == '\u0670'
                || sign == '\u0640'
                || sign >= '\u200B' && sign <= '\u200F';
    }

    private static String bare(String word) {
        return Texts.cut(word.length() >= 5 ? ARTICLE.matcher(word).replaceFirst("") : word, 80);
    }
}

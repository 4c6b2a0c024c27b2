package ma.mowakaba.kb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells how a text is written. Script decides between Arabic, Tifinagh and Latin; among Latin letters a naive Bayes over 1 to 4
 * letters in a row, the small words of each language, and the digits that only Arabizi has inside a word.
 */
final class WritingDetector {

    private static final List<Writing> LATIN = List.of(Writing.FRENCH, Writing.ARABIZI, Writing.ENGLISH);
    private static final Pattern DIGIT_AMONG_LETTERS =
            Pattern.compile("\\p{L}.*[2-9].*\\p{L}|[2-9].*\\p{L}.*\\p{L}|\\p{L}.*\\p{L}.*[2-9]");
    private static final double SMALL_WORD = 4;
    private static final double DIGIT_IN_WORD = 12;
    /** English is rare here and near to French: it has to be clear. */
    private static final double ENGLISH_HANDICAP = 6;
    /** A longer text says no more about its language. */
    private static final int ENOUGH_WORDS = 80;

    private final StopWords stopWords;
    /** For each run of letters how likely it is, in the order of {@link #LATIN}. */
    private final Map<String, double[]> weights = new HashMap<>();

    private final double[] unknown = new double[LATIN.size()];

    WritingDetector(StopWords stopWords) {
        this.stopWords = stopWords;
        learn(List.of(
                count(Stream.concat(Tables.lines("analysis/samples/french.txt"), glossary(1))),
                count(Stream.concat(Tables.lines("analysis/samples/arabizi.txt"), glossary(3))),
                count(Tables.lines("analysis/samples/english.txt"))));
    }

    /** @return Arabic where there is nothing to go by */
    Writing detect(List<Word> words) {
        int arabic = letters(words, Word.Script.ARABIC);
        int latin = letters(words, Word.Script.LATIN);
        int tifinagh = letters(words, Word.Script.TIFINAGH);
        if (tifinagh > arabic + latin) {
            return Writing.TIFINAGH;
        }
        // an Arabic line often carries a French name or term, seldom the other way round
        return latin == 0 || 2 * arabic >= latin ? Writing.ARABIC : latin(words);
    }

    private Writing latin(List<Word> words) {
        double[] scores = new double[LATIN.size()];
        scores[LATIN.indexOf(Writing.ENGLISH)] = -ENGLISH_HANDICAP;
        words.stream()
                .filter(word -> word.script() == Word.Script.LATIN)
                .limit(ENOUGH_WORDS)
                .forEach(word -> add(scores, word.text()));
        int best = 0;
        for (int each = 1; each < scores.length; each++) {
            best = scores[each] > scores[best] ? each : best;
        }
        return LATIN.get(best);
    }

    private void add(double[] scores, String word) {
        String folded = FrenchWords.folded(word);
        for (int each = 0; each < scores.length; each++) {
            scores[each] += stopWords.latin(LATIN.get(each), folded) ? SMALL_WORD : 0;
        }
        if (hasDigit(word) && DIGIT_AMONG_LETTERS.matcher(word).find()) {
            scores[LATIN.indexOf(Writing.ARABIZI)] += DIGIT_IN_WORD;
        }
        List<String> found = grams(word);
        double share = (double) word.length() / found.size();
        for (String gram : found) {
            double[] known = weights.getOrDefault(gram, unknown);
            for (int each = 0; each < scores.length; each++) {
                scores[each] += known[each] * share;
            }
        }
    }

    private static boolean hasDigit(String word) {
        for (int at = 0; at < word.length(); at++) {
            if (word.charAt(at) >= '2' && word.charAt(at) <= '9') {
                return true;
            }
        }
        return false;
    }

    private Map<String, Integer> count(Stream<String> lines) {
        Map<String, Integer> counts = new HashMap<>();
        lines.flatMap(line -> Word.of(line).stream())
                .filter(word -> word.script() == Word.Script.LATIN)
                .forEach(word -> grams(word.text()).forEach(gram -> counts.merge(gram, 1, Integer::sum)));
        return counts;
    }

    /** Logarithms of the smoothed shares, taken once. */
    private void learn(List<Map<String, Integer>> counts) {
        for (int each = 0; each < counts.size(); each++) {
            int writing = each;
            double total = counts.get(each).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum()
                    + 5_000.0;
            unknown[writing] = Math.log(0.3 / total);
            counts.get(each)
                    .forEach((gram, count) ->
                            weights.computeIfAbsent(gram, fresh -> new double[counts.size()])[writing] =
                                    Math.log((count + 0.3) / total));
        }
        weights.values().forEach(row -> {
            for (int each = 0; each < row.length; each++) {
                row[each] = row[each] == 0 ? unknown[each] : row[each];
            }
        });
    }

    private static Stream<String> glossary(int column) {
        return Tables.rows("analysis/glossary.tsv").stream().map(row -> row.get(column));
    }

    private static List<String> grams(String word) {
        return Grams.of("_" + word + "_", 1, 4);
    }

    private static int letters(List<Word> words, Word.Script script) {
        return words.stream()
                .filter(word -> word.script() == script)
                .mapToInt(word -> word.text().length())
                .sum();
    }
}

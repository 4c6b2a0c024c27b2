package ma.mowakaba.kb;

import java.util.EnumMap;
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

    private final StopWords stopWords;
    private final Map<Writing, Map<String, Integer>> grams = new EnumMap<>(Writing.class);
    private final Map<Writing, Integer> totals = new EnumMap<>(Writing.class);

    WritingDetector(StopWords stopWords) {
        this.stopWords = stopWords;
        learn(Writing.FRENCH, Stream.concat(Tables.lines("analysis/samples/french.txt"), glossary(1)));
        learn(Writing.ARABIZI, Stream.concat(Tables.lines("analysis/samples/arabizi.txt"), glossary(3)));
        learn(Writing.ENGLISH, Tables.lines("analysis/samples/english.txt"));
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
        Map<Writing, Double> scores = new EnumMap<>(Writing.class);
        LATIN.forEach(writing -> scores.put(writing, writing == Writing.ENGLISH ? -ENGLISH_HANDICAP : 0.0));
        for (Word word : words) {
            if (word.script() == Word.Script.LATIN) {
                LATIN.forEach(writing -> scores.merge(writing, score(writing, word.text()), Double::sum));
            }
        }
        return LATIN.stream()
                .max((a, b) -> Double.compare(scores.getOrDefault(a, 0.0), scores.getOrDefault(b, 0.0)))
                .orElseThrow();
    }

    private double score(Writing writing, String word) {
        double score = stopWords.latin(writing, FrenchWords.folded(word)) ? SMALL_WORD : 0;
        if (writing == Writing.ARABIZI && DIGIT_AMONG_LETTERS.matcher(word).find()) {
            score += DIGIT_IN_WORD;
        }
        Map<String, Integer> known = grams.getOrDefault(writing, Map.of());
        double total = totals.getOrDefault(writing, 0) + 5_000.0;
        List<String> found = grams(word);
        for (String gram : found) {
            score += Math.log((known.getOrDefault(gram, 0) + 0.3) / total) / found.size() * word.length();
        }
        return score;
    }

    private void learn(Writing writing, Stream<String> lines) {
        Map<String, Integer> counts = new HashMap<>();
        lines.flatMap(line -> Word.of(line).stream())
                .filter(word -> word.script() == Word.Script.LATIN)
                .forEach(word -> grams(word.text()).forEach(gram -> counts.merge(gram, 1, Integer::sum)));
        grams.put(writing, counts);
        totals.put(writing, counts.values().stream().mapToInt(Integer::intValue).sum());
    }

    private static Stream<String> glossary(int column) {
        return Tables.rows("analysis/glossary.tsv").stream().map(row -> row.get(column));
    }

    private static List<String> grams(String word) {
        return Stream.of(1, 2, 3, 4)
                .flatMap(size -> Grams.of("_" + word + "_", size).stream())
                .toList();
    }

    private static int letters(List<Word> words, Word.Script script) {
        return words.stream()
                .filter(word -> word.script() == script)
                .mapToInt(word -> word.text().length())
                .sum();
    }
}

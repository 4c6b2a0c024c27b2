package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import ma.mowakaba.kernel.Language;

/** Turns text into what is compared. The only place that knows how words are taken apart; the engines see nothing but terms. */
final class TextAnalysis {

    /** A key that a word has which carries no meaning of its own. */
    static final String LIGHT = "-";

    /** Words whose forms are kept; texts say the same ones again and again. Some 25 MB at most. */
    private static final int MOST_WORDS = 30_000;

    private static final Pattern DIGIT_FOR_A_LETTER = Pattern.compile("\\p{L}*[2-9]\\p{L}[\\p{L}\\d]*");

    private record Written(Word word, Writing writing) {}

    private final Map<Written, WordForms> known = new ConcurrentHashMap<>();
    private final ArabicWords arabic = new ArabicWords();
    private final StopWords stopWords = new StopWords();
    private final WritingDetector detector = new WritingDetector(stopWords);
    private final Glossary glossary =
            new Glossary(name -> contentKeys(name, Writing.FRENCH), name -> contentKeys(name, Writing.ARABIZI));

    /** Finds out how the text is written. */
    AnalysedText read(String text) {
        List<Word> words = Word.of(text);
        return read(words, detector.detect(words));
    }

    AnalysedText read(String text, Writing writing) {
        return read(Word.of(text), writing);
    }

    /** A text of which the language is known. */
    AnalysedText read(String text, Language language) {
        return switch (language) {
            case AR -> read(text, Writing.ARABIC);
            case FR -> read(text, Writing.FRENCH);
            case EN, ZGH -> read(text);
        };
    }

    /** @param meaning of words that were taken apart one by one @return where they name ideas of the glossary */
    List<Glossary.Naming> namings(List<Set<String>> meaning) {
        return glossary.namings(meaning);
    }

    private AnalysedText read(List<Word> words, Writing writing) {
        return new AnalysedText(writing, forms(words, writing), glossary);
    }

    private List<WordForms> forms(List<Word> words, Writing writing) {
        if (known.size() > MOST_WORDS) {
            known.clear();
        }
        return words.stream().map(word -> known(new Written(word, writing))).toList();
    }

    /** Looked up without a lock first: nearly all words are known. */
    private WordForms known(Written written) {
        WordForms forms = known.get(written);
        return forms != null ? forms : known.computeIfAbsent(written, word -> forms(word.word(), word.writing()));
    }

    private List<Set<String>> contentKeys(String name, Writing writing) {
        return forms(Word.of(name), writing).stream()
                .filter(word -> !word.empty())
                .map(WordForms::keys)
                .toList();
    }

    private WordForms forms(Word word, Writing writing) {
        return switch (word.script()) {
            case ARABIC -> arabic(word);
            case LATIN -> latin(word, writing);
            case NUMBER ->
                plain(word, new WordForms.Term(Field.STEM, word.text()), new WordForms.Term(Field.ROOT, word.text()));
            case TIFINAGH -> plain(word, new WordForms.Term(Field.NORM, word.text()));
        };
    }

    private static WordForms plain(Word word, WordForms.Term... terms) {
        return WordForms.of(false, Set.of(word.text()), List.of(terms), List.of());
    }

    private WordForms arabic(Word word) {
        String folded = ArabicWords.folded(word.text());
        boolean empty = stopWords.arabic(folded);
        boolean light = stopWords.light(folded);
        String stem = arabic.stem(folded);
        Set<String> keys = new LinkedHashSet<>();
        keys.add(stem);
        String consonants = Skeleton.ofArabic(ArabicWords.bare(word.text()));
        if (consonants.length() > 2) {
            keys.add("~" + consonants);
        }
        List<WordForms.Term> terms = new ArrayList<>();
        terms.add(new WordForms.Term(Field.NORM, folded));
        List<WordForms.Term> letters = List.of();
        if (!empty && !light) {
            String bare = ArabicWords.bare(folded);
            terms.add(new WordForms.Term(Field.STEM, stem));
            skeletons(bare, stem).forEach(key -> terms.add(new WordForms.Term(Field.SKELETON, key)));
            letters = letters(Field.GRAM, bare, 3);
        }
        return WordForms.of(empty, marked(keys, light), terms, letters);
    }

    private static List<WordForms.Term> letters(Field field, String word, int size) {
        return Grams.of(word, size).stream()
                .map(gram -> new WordForms.Term(field, gram))
                .toList();
    }

    private static Set<String> skeletons(String bare, String stem) {
        Set<String> keys = new LinkedHashSet<>(List.of(Skeleton.ofArabic(bare), Skeleton.ofArabic(stem)));
        keys.removeIf(key -> key.length() < 2);
        return keys;
    }

    private WordForms latin(Word word, Writing writing) {
        String folded = FrenchWords.folded(word.text());
        boolean empty = writing == Writing.FRENCH ? stopWords.latin(Writing.FRENCH, folded) : stopWords.latin(folded);
        boolean light = stopWords.light(folded);
        Set<String> consonants = likeArabizi(word, writing) ? Skeleton.variants(word.text()) : Set.of();
        Set<String> stems = FrenchWords.stems(word.text());
        Set<String> keys = new LinkedHashSet<>();
        consonants.forEach(key -> keys.add("~" + key));
        keys.addAll(stems);
        List<WordForms.Term> terms = new ArrayList<>();
        terms.add(new WordForms.Term(Field.FOLD, folded));
        List<WordForms.Term> letters = List.of();
        if (!empty && !light) {
            consonants.forEach(key -> terms.add(new WordForms.Term(Field.SKELETON, key)));
            stems.forEach(stem -> terms.add(new WordForms.Term(Field.ROOT, stem)));
            letters = letters(Field.PIECE, folded, 4);
        }
        return WordForms.of(empty, marked(keys, light), terms, letters);
    }

    private static Set<String> marked(Set<String> keys, boolean light) {
        if (light) {
            keys.add(LIGHT);
        }
        return keys;
    }

    private static boolean likeArabizi(Word word, Writing writing) {
        return writing == Writing.ARABIZI
                || writing == Writing.ARABIC
                || DIGIT_FOR_A_LETTER.matcher(word.text()).matches();
    }
}

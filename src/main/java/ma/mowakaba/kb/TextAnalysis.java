package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns text into what is compared. The only place that knows how words are taken apart; the engines see nothing but terms. */
final class TextAnalysis {

    /** A key that a word has which carries no meaning of its own. */
    static final String LIGHT = "-";

    private static final Pattern DIGIT_FOR_A_LETTER = Pattern.compile("\\p{L}*[2-9]\\p{L}[\\p{L}\\d]*");

    private final ArabicWords arabic = new ArabicWords();
    private final StopWords stopWords = new StopWords();
    private final WritingDetector detector = new WritingDetector(stopWords);
    private final Glossary glossary = new Glossary(
            name -> keys(contentWords(name, Writing.FRENCH), Writing.FRENCH),
            name -> keys(contentWords(name, Writing.ARABIZI), Writing.ARABIZI));

    Writing writing(String text) {
        return detector.detect(Word.of(text));
    }

    /** @return the terms of a text, its writing found out */
    Tokens tokens(String text) {
        return tokens(text, writing(text));
    }

    Tokens tokens(String text, Writing writing) {
        Tokens tokens = new Tokens();
        for (Word word : Word.of(text)) {
            add(tokens, word, writing);
        }
        glossary.namings(meaning(text, writing)).forEach(naming -> tokens.add(Field.IDEA, naming.idea()));
        return tokens;
    }

    /** @return for each word that carries meaning the terms by which it may be known, in the order of the text */
    List<Set<String>> meaning(String text, Writing writing) {
        return keys(contentWords(text, writing), writing);
    }

    /** @return where the words of {@link #meaning} name ideas of the glossary */
    List<Glossary.Naming> namings(List<Set<String>> meaning) {
        return glossary.namings(meaning);
    }

    private List<Word> contentWords(String text, Writing writing) {
        return Word.of(text).stream().filter(word -> !empty(word, writing)).toList();
    }

    private boolean empty(Word word, Writing writing) {
        return switch (word.script()) {
            case ARABIC -> stopWords.arabic(ArabicWords.folded(word.text()));
            case LATIN ->
                writing == Writing.FRENCH
                        ? stopWords.latin(Writing.FRENCH, FrenchWords.folded(word.text()))
                        : stopWords.latin(FrenchWords.folded(word.text()));
            case TIFINAGH, NUMBER -> false;
        };
    }

    private List<Set<String>> keys(List<Word> words, Writing writing) {
        List<Set<String>> keys = new ArrayList<>();
        for (Word word : words) {
            Set<String> own = new LinkedHashSet<>();
            switch (word.script()) {
                case ARABIC -> {
                    own.add(arabic.stem(word.text()));
                    own.add("~" + Skeleton.ofArabic(ArabicWords.bare(word.text())));
                    own.removeIf(key -> key.startsWith("~") && key.length() < 4);
                }
                case LATIN -> {
                    if (likeArabizi(word, writing)) {
                        Skeleton.variants(word.text()).forEach(key -> own.add("~" + key));
                    }
                    own.addAll(FrenchWords.stems(word.text()));
                }
                case TIFINAGH, NUMBER -> own.add(word.text());
            }
            if (stopWords.light(FrenchWords.folded(ArabicWords.folded(word.text())))) {
                own.add(LIGHT);
            }
            keys.add(own);
        }
        return keys;
    }

    private void add(Tokens tokens, Word word, Writing writing) {
        boolean empty = empty(word, writing) || stopWords.light(FrenchWords.folded(ArabicWords.folded(word.text())));
        switch (word.script()) {
            case ARABIC -> addArabic(tokens, word.text(), empty);
            case LATIN -> addLatin(tokens, word, writing, empty);
            case NUMBER -> {
                tokens.add(Field.STEM, word.text());
                tokens.add(Field.ROOT, word.text());
            }
            case TIFINAGH -> tokens.add(Field.NORM, word.text());
        }
    }

    private void addArabic(Tokens tokens, String word, boolean empty) {
        String folded = ArabicWords.folded(word);
        tokens.add(Field.NORM, folded);
        if (empty) {
            return;
        }
        String stem = arabic.stem(word);
        tokens.add(Field.STEM, stem);
        String bare = ArabicWords.bare(folded);
        Grams.of(bare, 3).forEach(gram -> tokens.add(Field.GRAM, gram));
        Set<String> skeletons = new LinkedHashSet<>(List.of(Skeleton.ofArabic(bare), Skeleton.ofArabic(stem)));
        skeletons.stream().filter(key -> key.length() > 1).forEach(key -> tokens.add(Field.SKELETON, key));
    }

    private void addLatin(Tokens tokens, Word word, Writing writing, boolean empty) {
        String folded = FrenchWords.folded(word.text());
        if (likeArabizi(word, writing) && !empty) {
            Skeleton.variants(word.text()).forEach(key -> tokens.add(Field.SKELETON, key));
        }
        tokens.add(Field.FOLD, folded);
        if (!empty) {
            FrenchWords.stems(word.text()).forEach(stem -> tokens.add(Field.ROOT, stem));
            Grams.of(folded, 4).forEach(gram -> tokens.add(Field.PIECE, gram));
        }
    }

    private static boolean likeArabizi(Word word, Writing writing) {
        return writing == Writing.ARABIZI
                || writing == Writing.ARABIC
                || DIGIT_FOR_A_LETTER.matcher(word.text()).matches();
    }
}

package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** A text taken apart once, to be looked at in several ways. */
final class AnalysedText {

    private final Writing writing;
    private final List<WordForms> words;
    private final List<Set<String>> meaning;
    private final List<Glossary.Naming> namings;

    AnalysedText(Writing writing, List<WordForms> words, Glossary glossary) {
        this.writing = writing;
        this.words = words;
        this.meaning = words.stream()
                .filter(word -> !word.empty())
                .map(WordForms::keys)
                .toList();
        this.namings = glossary.namings(meaning);
    }

    Writing writing() {
        return writing;
    }

    /** @return for each word that carries meaning the keys by which it may be known, in the order of the text */
    List<Set<String>> meaning() {
        return meaning;
    }

    /** @return where the words of {@link #meaning} name ideas of the glossary */
    List<Glossary.Naming> namings() {
        return namings;
    }

    /** @return the terms of every field */
    Tokens tokens() {
        Tokens tokens = new Tokens();
        forEachTerm(tokens::add);
        return tokens;
    }

    /** @return what the classifier sees of it */
    List<String> features() {
        List<String> features = new ArrayList<>();
        words.forEach(word -> features.addAll(word.features()));
        namings.forEach(naming -> features.add(WordForms.feature(Field.IDEA, naming.idea())));
        return features;
    }

    void forEachTerm(BiConsumer<Field, String> action) {
        for (WordForms word : words) {
            word.terms().forEach(term -> action.accept(term.field(), term.text()));
            word.letters().forEach(term -> action.accept(term.field(), term.text()));
        }
        namings.forEach(naming -> action.accept(Field.IDEA, naming.idea()));
    }
}

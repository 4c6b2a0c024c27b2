package ma.mowakaba.kb;

import java.util.List;
import java.util.Set;

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
        Tokens tokens = wholeWords();
        words.forEach(word -> tokens.addAll(word.letters()));
        return tokens;
    }

    /** @return the terms of the fields that hold whole words and ideas */
    Tokens wholeWords() {
        Tokens tokens = new Tokens();
        words.forEach(word -> tokens.addAll(word.terms()));
        namings.forEach(naming -> tokens.add(Field.IDEA, naming.idea()));
        return tokens;
    }
}

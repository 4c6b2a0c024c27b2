package ma.mowakaba.kb;

import java.util.List;
import java.util.Set;

/**
 * All that a word may be compared by.
 *
 * @param empty whether it says nothing about the subject
 * @param keys by which its meaning may be known, the surest first
 * @param terms of the fields that hold whole words
 * @param letters what is compared in runs of letters; empty where nothing is
 */
record WordForms(Word.Script script, boolean empty, Set<String> keys, List<Term> terms, String letters) {

    record Term(Field field, String text) {}

    void addWholeTo(Tokens tokens) {
        terms.forEach(term -> tokens.add(term.field(), term.text()));
    }

    void addLettersTo(Tokens tokens) {
        if (letters.isEmpty()) {
            return;
        }
        if (script == Word.Script.ARABIC) {
            Grams.of(letters, 3).forEach(gram -> tokens.add(Field.GRAM, gram));
        } else {
            Grams.of(letters, 4).forEach(gram -> tokens.add(Field.PIECE, gram));
        }
    }
}

package ma.mowakaba.kb;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * All that a word may be compared by.
 *
 * @param empty whether it says nothing about the subject
 * @param keys by which its meaning may be known, the surest first
 * @param terms of the fields that hold whole words
 * @param letters terms of the fields that hold pieces of words; empty where nothing is compared by them
 * @param features of the word for the classifier
 */
record WordForms(boolean empty, Set<String> keys, List<Term> terms, List<Term> letters, List<String> features) {

    /** Longer words are not words; Elasticsearch and Lucene cut them differently. */
    private static final int LONGEST = 60;

    private static final Set<Field> TELLING = EnumSet.of(Field.STEM, Field.ROOT, Field.SKELETON);

    record Term(Field field, String text) {}

    static WordForms of(boolean empty, Set<String> keys, List<Term> terms, List<Term> letters) {
        List<Term> usable = terms.stream()
                .filter(term -> !term.text.isEmpty() && term.text.length() <= LONGEST)
                .toList();
        List<String> features = usable.stream()
                .filter(term -> TELLING.contains(term.field))
                .map(term -> feature(term.field, term.text))
                .toList();
        return new WordForms(empty, keys, usable, letters, features);
    }

    static String feature(Field field, String term) {
        return field.code() + ":" + term;
    }
}

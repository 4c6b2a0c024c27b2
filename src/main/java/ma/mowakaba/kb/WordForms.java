package ma.mowakaba.kb;

import java.util.List;
import java.util.Set;

/**
 * All that a word may be compared by.
 *
 * @param empty whether it says nothing about the subject
 * @param keys by which its meaning may be known, the surest first
 * @param terms of the fields that hold whole words
 * @param letters terms of the fields that hold pieces of words; empty where nothing is compared by them
 */
record WordForms(boolean empty, Set<String> keys, List<Term> terms, List<Term> letters) {

    record Term(Field field, String text) {}
}

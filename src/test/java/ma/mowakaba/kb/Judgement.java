package ma.mowakaba.kb;

import java.util.Map;

/**
 * A question and what answers it.
 *
 * @param language code of the language in which it is asked
 * @param writing way of writing; Darija has two
 * @param grades of the documents that help, 1 or more, the highest for those that answer; the others count 0
 */
record Judgement(String language, String writing, String question, Map<String, Integer> grades) {}

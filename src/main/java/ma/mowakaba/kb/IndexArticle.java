package ma.mowakaba.kb;

import java.util.List;
import java.util.Map;

/**
 * One article as it is indexed.
 *
 * @param fields what every one of its passages is found by, such as the title
 */
record IndexArticle(String domain, Map<String, Terms> fields, List<Passage> passages) {

    /** @param id slug and anchor @param fields what only this passage is found by; none of them is one of the article */
    record Passage(String id, Map<String, Terms> fields) {}
}

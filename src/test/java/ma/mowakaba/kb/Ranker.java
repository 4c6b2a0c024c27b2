package ma.mowakaba.kb;

import java.util.List;

/** Orders the texts of a corpus for a question. */
@FunctionalInterface
interface Ranker {

    /** @return ids, the best first, ten at most */
    List<String> rank(String question);
}

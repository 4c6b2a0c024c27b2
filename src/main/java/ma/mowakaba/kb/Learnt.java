package ma.mowakaba.kb;

import java.util.List;

/**
 * What came of the lessons.
 *
 * @param share of what the lessons say that counts; 0.0 when the judged questions do not bear it, and then nothing is learned
 * @param before lessons that are sorted rightly by a classifier that learned none
 * @param unseen lessons that are sorted rightly by one that learned the others
 */
record Learnt(Classifier classifier, List<Lesson> lessons, double share, long before, long unseen) {

    static Learnt nothing(Classifier untaught) {
        return new Learnt(untaught, List.of(), 1, 0, 0);
    }

    int corrections() {
        return share == 0 ? 0 : lessons.size();
    }
}

package ma.mowakaba.ticket;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/** Door beside {@link Helpdesk}: how well the classifier sorted cases, as those who work on them saw it. */
public interface SortedCases {

    /** @return the last twelve weeks that had a case, oldest first; as counted the last time */
    List<Week> weeks();

    /** @return of the same weeks, by how sure the classifier was: what was left to a person first, then the least sure */
    List<Band> bands();

    /** Teaches the knowledge base what advisors corrected and counts again; done every few minutes by one node. */
    void refresh();

    /**
     * @param unsure of the cases, those that the classifier left to a person
     * @param moved of the others, those that somebody moved to another domain
     * @param kept of the others, those that were answered or finished where they were
     */
    record Week(LocalDate monday, int cases, int unsure, int moved, int kept) {

        /** @return 0.0 to 1.0; empty while nobody has looked at any */
        public OptionalDouble right() {
            return share(moved, kept);
        }
    }

    /** @param from confidence, to the next one's; 0.0 for what was left to a person */
    record Band(double from, double to, int cases, int moved, int kept) {

        public OptionalDouble right() {
            return share(moved, kept);
        }
    }

    private static OptionalDouble share(int moved, int kept) {
        return moved + kept == 0 ? OptionalDouble.empty() : OptionalDouble.of(kept / (double) (moved + kept));
    }
}

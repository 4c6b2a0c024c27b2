package ma.mowakaba.kb;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kernel.DomainCode;

/** Door of the module: what the sorting of texts learns from those who correct it, and what came of it. */
public interface Lessons {

    /** Keeps the words of a text that was sorted wrongly. Of one case the last correction counts. Joins the caller's transaction. */
    void take(Correction correction);

    /** Nobody says any more that this case was sorted wrongly; what was dropped is forgotten, too. Joins the caller's transaction. */
    void withdraw(UUID source);

    /** What was learned, as this node knows it; it follows the database within seconds. */
    Overview overview();

    /** This node learns now what it would have learned within seconds. */
    void refresh();

    /**
     * A correction is not to be believed; learned no more unless the case is moved again.
     *
     * @param by user name, for the log
     * @throws ma.mowakaba.kernel.Problem NOT_FOUND {@code lesson.unknown}
     */
    void drop(UUID source, String by);

    /** Off, texts are sorted as if nobody had corrected anything; corrections are kept all the same. @param by user name, for the log */
    void learn(boolean on, String by);

    /**
     * @param source the case
     * @param text already without what tells whose it is; only words of it are kept
     * @param teacher whose correction it is; only so much is learned from one
     */
    record Correction(UUID source, String text, DomainCode said, DomainCode meant, UUID teacher, Instant at) {}

    /**
     * @param share of what they say that counts, less than 1.0 when it would harm the sorting of the judged questions
     * @param corrections that were learned
     * @param before those of them that are sorted rightly without having learned anything
     * @param unseen those that are sorted rightly by what the others taught
     * @param moves from which domain to which, the most frequent first
     * @param words that count for a domain now and did not before, by domain
     * @param recent the latest corrections, newest first, at most 50
     * @param log what was switched and dropped, newest first, at most 20
     */
    record Overview(
            boolean learning,
            double share,
            int corrections,
            long before,
            long unseen,
            List<Move> moves,
            List<Gained> words,
            List<Recent> recent,
            List<Entry> log) {}

    record Move(DomainCode said, DomainCode meant, int count) {}

    /** @param words in the form in which they are compared, the strongest first; each is in two cases at least */
    record Gained(DomainCode domain, List<String> words) {}

    /** @param now where it would be sorted today */
    record Recent(UUID source, DomainCode said, DomainCode meant, DomainCode now, Instant at, boolean dropped) {

        public boolean right() {
            return now.equals(meant);
        }
    }

    record Entry(Instant at, String who, Did did, Optional<UUID> source) {}

    enum Did {
        ON,
        OFF,
        DROPPED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

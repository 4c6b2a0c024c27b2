package ma.mowakaba.kb;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When the rule changed that an article states, as opposed to its wording: whoever was told the old one may have to be told again. */
public interface RuleChanges {

    /** @return published articles of which a later version differs in what counts, or was marked; by slug */
    List<History> all();

    /** @throws ma.mowakaba.kernel.Problem NOT_FOUND {@code article.unknown} */
    History of(String slug);

    /**
     * An editor knows better than the comparison.
     *
     * @param changed whether the rule changed with this version
     * @param by his user name
     */
    void mark(String slug, int version, boolean changed, String by);

    /** What an article states that somebody acts upon. */
    enum Stated {
        DEADLINES,
        FEES,
        DOCUMENTS,
        SOURCES
    }

    /**
     * @param differs in what it differs from the version before, in any language
     * @param marked what an editor said
     */
    record Version(int number, Instant at, Set<Stated> differs, Optional<Boolean> marked) {

        public boolean changesRule() {
            return marked.orElse(!differs.isEmpty());
        }
    }

    /** @param versions after the first, up to the published one, oldest first */
    record History(String slug, int published, List<Version> versions) {

        /** @return the oldest version that still says what the published one says, but for the wording */
        public int stillTrue() {
            return versions.stream()
                    .filter(Version::changesRule)
                    .mapToInt(Version::number)
                    .max()
                    .orElse(1);
        }
    }
}

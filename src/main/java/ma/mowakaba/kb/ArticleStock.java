package ma.mowakaba.kb;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.kernel.Language;

/** Door for whoever looks after the articles: what there is in each language, how it came to be, and what differs. */
public interface ArticleStock {

    /** @return every article that was ever published or is being written, by slug */
    List<Standing> all();

    /** @return whether it was ever published or is being written in this language */
    boolean has(ArticleKey at);

    /** @throws ma.mowakaba.kernel.Problem NOT_FOUND {@code article.unknown} */
    Standing of(String slug);

    /** @return the versions in which the text of this language changed, the newest first */
    List<VersionRow> versions(ArticleKey at);

    /** @return what was done about the article in both languages, the newest first */
    List<ArticleEvent> events(String slug);

    Manuscript text(ArticleKey at, int version);

    /** @return the version of its counterpart that this text was last known to agree with, 0 for none: what changed since is to be read */
    int agreesWith(ArticleKey at);

    /**
     * As the public page would show it.
     *
     * @param version empty for the draft
     * @throws ma.mowakaba.kernel.Problem CONFLICT {@code draft.faults} when the draft cannot be read as an article
     */
    Article preview(ArticleKey at, Optional<Integer> version);

    /** @param to empty for the draft */
    Differences differences(ArticleKey at, int from, Optional<Integer> to);

    /** What the text kept aside would change in the draft. */
    Differences aside(ArticleKey at, EditorId by);

    /**
     * An article and its languages.
     *
     * @param published the version that readers see, 0 when none is
     */
    record Standing(String slug, int published, Map<Language, Side> sides) {

        /** @return whether readers saw it once and do not any more */
        public boolean withdrawn() {
            return published == 0 && sides.values().stream().anyMatch(side -> side.version() > 0);
        }
    }

    /**
     * One language of an article: what is published, else what was last, else the draft.
     *
     * @param version in which the text came to be, 0 when there is only a draft
     * @param verifiedOn a day such as {@code 2026-11-23}; in a draft whatever was typed
     * @param stale whether its counterpart changed since, and nobody said that it still holds
     */
    record Side(
            Language language,
            String title,
            String domain,
            String verifiedOn,
            int version,
            boolean stale,
            Optional<Progress> draft) {}

    /** How far a draft is. @param revision as {@link Draft} has it; @param writers who wrote any part of it */
    record Progress(DraftState state, long revision, Set<EditorId> writers) {}

    /**
     * @param writers empty, like {@code publishedBy}, where it came with the files
     * @param shown whether readers see it now
     */
    record VersionRow(int version, Instant at, Set<EditorId> writers, Optional<EditorId> publishedBy, boolean shown) {}
}

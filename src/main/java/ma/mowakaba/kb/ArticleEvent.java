package ma.mowakaba.kb;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import ma.mowakaba.kernel.Language;

/**
 * Something that was done about an article.
 *
 * @param language empty where both were meant
 * @param by empty where the program did it
 * @param note a reason, a version or a time, as the kind has it; empty where it has none
 */
public record ArticleEvent(
        String slug, Optional<Language> language, What what, Optional<EditorId> by, String note, Instant at) {

    /** Each has words, {@code kb.event.<name>}. */
    public enum What {
        OPENED,
        WRITTEN,
        DISCARDED,
        SUBMITTED,
        SENT_BACK,
        SCHEDULED,
        UNSCHEDULED,
        PUBLISHED,
        WITHDRAWN,
        CONFIRMED,
        REBASED,
        IMPORTED,
        OFFERED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

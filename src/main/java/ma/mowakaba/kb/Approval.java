package ma.mowakaba.kb;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Problem;

/**
 * Door for whoever answers for an article: from draft over review to what readers see, and back. Every step is refused with STALE
 * {@code draft.changed} when the draft is not the one the caller saw, and with CONFLICT {@code draft.state} when it is not its turn.
 */
public interface Approval {

    /**
     * @param same whether the other language still says the same afterwards
     * @throws Problem CONFLICT {@code draft.faults} while something is wrong in it, {@code draft.nothing} when it says what is published
     */
    void submit(ArticleKey at, long revision, boolean same, EditorId by);

    /** @param reason 1 to 1,000 characters, for whoever wrote it */
    void sendBack(ArticleKey at, long revision, String reason, EditorId by);

    /**
     * Makes it the version that readers see, and the index with it.
     *
     * @throws Problem FORBIDDEN {@code draft.four-eyes} to whoever wrote any part of it, CONFLICT {@code draft.overtaken} when another
     *     version was published since it was begun, {@code draft.faults} when a link of it leads nowhere any more
     */
    int publish(ArticleKey at, long revision, EditorId by);

    /**
     * Publishes each that may be, whatever becomes of the others, and builds the index once. Each is refused like {@link #publish}, and
     * with CONFLICT {@code request.overtaken} when somebody decides about it in the same moment.
     *
     * @return of each one, in their order
     */
    List<Outcome> publishEach(List<Seen> drafts, EditorId by);

    /** Publishes at that moment by itself. Refused like {@link #publish}, and with INVALID {@code draft.past}. */
    void schedule(ArticleKey at, long revision, Instant when, EditorId by);

    void unschedule(ArticleKey at, long revision, EditorId by);

    /** Keeps the draft's text over a version that was published since it was begun. */
    void rebase(ArticleKey at, long revision, EditorId by);

    /** Nobody finds the article any more, in either language; answers that were sent keep their version. */
    void withdraw(String slug, String reason, EditorId by);

    /** The text still says what its changed counterpart says. CONFLICT {@code article.not-stale}. */
    void confirm(ArticleKey at, EditorId by);

    /** A draft as somebody saw it. */
    record Seen(ArticleKey at, long revision) {}

    /** @param refusal empty when it is published */
    record Outcome(ArticleKey at, Optional<Problem> refusal) {}
}

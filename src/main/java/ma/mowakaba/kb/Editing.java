package ma.mowakaba.kb;

import java.util.Optional;

/** Door for whoever writes an article. A text is kept as it is typed; nothing of it is seen outside before it is published. */
public interface Editing {

    Optional<Draft> find(ArticleKey at);

    /** @throws ma.mowakaba.kernel.Problem NOT_FOUND {@code draft.unknown} */
    Draft get(ArticleKey at);

    /**
     * Begins from the published text, else from the last one there was, else from {@code blank}; what is already being written is given
     * back as it is.
     */
    Draft open(ArticleKey at, Manuscript blank, EditorId by);

    /**
     * Keeps what was typed. When somebody else changed the draft since {@code revision}, put it into review or published it, the text is
     * kept aside instead, and both stay.
     *
     * @throws ma.mowakaba.kernel.Problem TOO_LARGE {@code draft.too-long}
     */
    Kept keep(ArticleKey at, long revision, Manuscript text, EditorId by);

    /** @return what he typed while somebody else changed the draft */
    Optional<Manuscript> aside(ArticleKey at, EditorId by);

    /** Puts the text kept aside in the draft's place, or lets it go. STALE {@code draft.changed}. */
    void settle(ArticleKey at, long revision, boolean mine, EditorId by);

    /** STALE {@code draft.changed}, CONFLICT {@code draft.state}. */
    void discard(ArticleKey at, long revision, EditorId by);

    /** @param aside whether the text was kept beside the draft, since somebody else had changed that */
    record Kept(Draft draft, boolean aside) {}
}

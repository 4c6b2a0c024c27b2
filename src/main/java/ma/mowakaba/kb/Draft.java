package ma.mowakaba.kb;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text on its way into the knowledge base.
 *
 * @param revision grows with every change and is never had twice; whoever changes it says which one he saw
 * @param base the version its text was begun from, 0 for a new article
 * @param overtaken whether another version was published since it was begun
 * @param same whether the other language still says the same when this one is published
 * @param publishAt when it is published by itself
 * @param writers who wrote any part of it, and therefore does not publish it
 * @param changedBy empty where it came with the program's files
 */
public record Draft(
        ArticleKey key,
        Manuscript text,
        DraftState state,
        long revision,
        int base,
        boolean overtaken,
        boolean same,
        Optional<Instant> publishAt,
        Set<EditorId> writers,
        Optional<EditorId> changedBy,
        Instant changedAt,
        List<ArticleFault> faults) {

    /** @return whether the state lets him publish it: four eyes see every text */
    public boolean mayBePublishedBy(EditorId editor) {
        return state != DraftState.DRAFT && !writers.contains(editor);
    }
}

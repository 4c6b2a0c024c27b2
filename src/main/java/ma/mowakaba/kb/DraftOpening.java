package ma.mowakaba.kb;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a draft comes to be and how it goes, each with its line in the log. */
@Component
@Transactional
class DraftOpening {

    private final Drafts drafts;
    private final VersionStore versions;
    private final ArticleLog log;
    private final Clock clock;

    DraftOpening(Drafts drafts, VersionStore versions, ArticleLog log, Clock clock) {
        this.drafts = drafts;
        this.versions = versions;
        this.log = log;
        this.clock = clock;
    }

    /** Begins from the text there is, else from the blank one. @throws org.springframework.dao.DataIntegrityViolationException when open */
    void open(ArticleKey at, String blank, EditorId by) {
        Map<Language, VersionStore.Text> texts = versions.texts(at.slug());
        VersionStore.Text text = texts.get(at.language());
        drafts.saveAndFlush(new StoredDraft(
                at, text == null ? blank : text.markdown(), text == null ? 0 : text.since(), Columns.now(clock)));
        log.add(at, ArticleEvent.What.OPENED, by, "");
    }

    /**
     * Begins with a text that was written elsewhere; what somebody brings goes into review.
     *
     * @param writer null where it came with the program's files
     * @param same whether the other language still says the same when this is published
     * @return false when something is being written there already
     */
    boolean open(ArticleKey at, String markdown, int base, @Nullable EditorId writer, boolean same) {
        if (drafts.findBySlugAndLanguage(at.slug(), at.language().code()).isPresent()) {
            return false;
        }
        Instant now = Columns.now(clock);
        StoredDraft draft = new StoredDraft(at, writer == null ? markdown : "", base, now);
        if (writer != null) {
            draft.write(writer, markdown, now);
            draft.submit(writer, same, now);
        }
        drafts.saveAndFlush(draft);
        return true;
    }

    /** Saves at once, so that the draft shows the revision it has from now on. */
    void write(StoredDraft draft, String markdown, EditorId by, Instant now) {
        draft.write(by, markdown, now);
        drafts.saveAndFlush(draft);
    }

    void discard(StoredDraft draft, EditorId by) {
        if (draft.state() != DraftState.DRAFT) {
            throw Problem.conflict("draft.state");
        }
        drafts.delete(draft);
        log.add(draft.key(), ArticleEvent.What.DISCARDED, by, "");
    }

    void gone(StoredDraft draft) {
        drafts.delete(draft);
    }
}

package ma.mowakaba.kb;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Problem;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts in MariaDB. */
@Component
@Transactional
class DraftDesk implements Editing {

    private final DraftReader reader;
    private final DraftOpening opening;
    private final ArticleLog log;
    private final Asides asides;
    private final Clock clock;

    DraftDesk(DraftReader reader, DraftOpening opening, ArticleLog log, Asides asides, Clock clock) {
        this.reader = reader;
        this.opening = opening;
        this.log = log;
        this.asides = asides;
        this.clock = clock;
    }

    @Override
    public Optional<Draft> find(ArticleKey at) {
        return reader.find(at).map(reader::shown);
    }

    @Override
    public Draft get(ArticleKey at) {
        return find(at).orElseThrow(() -> Problem.notFound("draft.unknown"));
    }

    /** Of two who begin at once one begins and both write in the same draft. */
    @Override
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.NOT_SUPPORTED)
    public Draft open(ArticleKey at, Manuscript blank, EditorId by) {
        if (reader.find(at).isEmpty()) {
            try {
                opening.open(at, blank.markdown(), by);
            } catch (DataIntegrityViolationException alreadyOpen) {
                return get(at);
            }
        }
        return get(at);
    }

    @Override
    public Kept keep(ArticleKey at, long revision, Manuscript text, EditorId by) {
        String markdown = text.markdown();
        if (markdown.length() > Manuscript.LONGEST) {
            throw Problem.of(Problem.Kind.TOO_LARGE, "draft.too-long", Manuscript.LONGEST);
        }
        StoredDraft draft = reader.held(at).orElseGet(() -> begun(at, markdown, by));
        Instant now = Columns.now(clock);
        if (draft.is(DraftState.DRAFT, revision)) {
            write(draft, markdown, by, now);
            return new Kept(reader.shown(draft), false);
        }
        if (draft.markdown().equals(markdown)) {
            return new Kept(reader.shown(draft), false);
        }
        asides.keep(at, by, markdown, now);
        return new Kept(reader.shown(draft), true);
    }

    @Override
    public Optional<Manuscript> aside(ArticleKey at, EditorId by) {
        return asides.find(at, by);
    }

    @Override
    public void settle(ArticleKey at, long revision, boolean mine, EditorId by) {
        StoredDraft draft = reader.hold(at).seen(revision);
        Manuscript aside = asides.take(at, by);
        if (mine) {
            write(draft, aside.markdown(), by, Columns.now(clock));
        }
    }

    @Override
    public void discard(ArticleKey at, long revision, EditorId by) {
        opening.discard(reader.hold(at).seen(revision), by);
    }

    private StoredDraft begun(ArticleKey at, String markdown, EditorId by) {
        opening.open(at, markdown, by);
        return reader.hold(at);
    }

    private void write(StoredDraft draft, String markdown, EditorId by, Instant now) {
        boolean first =
                !draft.writers().contains(by.value()) && !draft.markdown().equals(markdown);
        opening.write(draft, markdown, by, now);
        if (first) {
            log.add(draft.key(), ArticleEvent.What.WRITTEN, by, "");
        }
    }
}

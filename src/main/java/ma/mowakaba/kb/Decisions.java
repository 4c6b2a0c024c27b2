package ma.mowakaba.kb;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import ma.mowakaba.kb.ArticleEvent.What;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is decided about a draft, each decision in a transaction of its own in which nobody else decides. */
@Component
@Transactional
class Decisions {

    private final DraftReader reader;
    private final DraftOpening opening;
    private final Bookbinder bookbinder;
    private final ArticleLog log;
    private final Clock clock;

    Decisions(DraftReader reader, DraftOpening opening, Bookbinder bookbinder, ArticleLog log, Clock clock) {
        this.reader = reader;
        this.opening = opening;
        this.bookbinder = bookbinder;
        this.log = log;
        this.clock = clock;
    }

    void submit(ArticleKey at, long revision, boolean same, EditorId by) {
        StoredDraft draft = reader.hold(at).seen(revision);
        sound(draft);
        if (bookbinder.says(at, draft.markdown())) {
            throw Problem.conflict("draft.nothing");
        }
        draft.submit(by, same, now());
        log.add(at, What.SUBMITTED, by, "");
    }

    void sendBack(ArticleKey at, long revision, String reason, EditorId by) {
        reader.hold(at).seen(revision).sendBack(by, now());
        log.add(at, What.SENT_BACK, by, reason);
    }

    void schedule(ArticleKey at, long revision, Instant when, EditorId by) {
        if (!when.isAfter(now())) {
            throw Problem.invalid("draft.past");
        }
        StoredDraft draft = reader.hold(at).seen(revision);
        current(draft);
        sound(draft);
        draft.schedule(by, when, now());
        log.add(at, What.SCHEDULED, by, when.toString());
    }

    void unschedule(ArticleKey at, long revision, EditorId by) {
        reader.hold(at).seen(revision).unschedule(by.value(), now());
        log.add(at, What.UNSCHEDULED, by, "");
    }

    /** The approver gave his word for that text at that base; what was published since then undoes it. */
    void due(ArticleKey at) {
        StoredDraft draft = reader.hold(at);
        if (!draft.due(now())) {
            return;
        }
        if (reader.overtaken(draft)) {
            draft.unschedule(null, now());
            log.add(at, What.UNSCHEDULED, null, "");
            return;
        }
        bind(draft, draft.approver());
    }

    int publish(ArticleKey at, long revision, EditorId by) {
        StoredDraft draft = reader.hold(at).seen(revision);
        draft.approve(by);
        current(draft);
        sound(draft);
        return bind(draft, by);
    }

    void rebase(ArticleKey at, long revision, EditorId by) {
        reader.hold(at).seen(revision).rebase(reader.since(at), by, now());
        log.add(at, What.REBASED, by, "");
    }

    private int bind(StoredDraft draft, EditorId by) {
        Map<Language, String> texts = new EnumMap<>(Map.of(draft.key().language(), draft.markdown()));
        int version = bookbinder.publish(draft.key(), texts, draft.writers(), by);
        if (draft.same()) {
            bookbinder.confirm(draft.key().pair(), version, by);
        }
        opening.gone(draft);
        log.add(draft.key(), What.PUBLISHED, by, String.valueOf(version));
        return version;
    }

    private void current(StoredDraft draft) {
        if (reader.overtaken(draft)) {
            throw Problem.conflict("draft.overtaken");
        }
    }

    /** What it links to may have been withdrawn or discarded since it was put into review. */
    private void sound(StoredDraft draft) {
        if (!reader.faults(draft).isEmpty()) {
            throw Problem.conflict("draft.faults");
        }
    }

    private Instant now() {
        return Columns.now(clock);
    }
}

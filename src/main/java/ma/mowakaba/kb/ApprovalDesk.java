package ma.mowakaba.kb;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Problem;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Decides, and when readers see something else than before builds the index after the transaction and swaps it in. */
@Component
class ApprovalDesk implements Approval {

    private static final Logger LOG = LoggerFactory.getLogger(ApprovalDesk.class);

    private final Decisions decisions;
    private final Bookbinder bookbinder;
    private final Drafts drafts;
    private final CatalogKeeper keeper;
    private final Clock clock;

    ApprovalDesk(Decisions decisions, Bookbinder bookbinder, Drafts drafts, CatalogKeeper keeper, Clock clock) {
        this.decisions = decisions;
        this.bookbinder = bookbinder;
        this.drafts = drafts;
        this.keeper = keeper;
        this.clock = clock;
    }

    @Override
    public void submit(ArticleKey at, long revision, boolean same, EditorId by) {
        decisions.submit(at, revision, same, by);
    }

    @Override
    public void sendBack(ArticleKey at, long revision, String reason, EditorId by) {
        decisions.sendBack(at, revision, reason(reason), by);
    }

    @Override
    public int publish(ArticleKey at, long revision, EditorId by) {
        int version = bind(new Seen(at, revision), by);
        keeper.refresh();
        return version;
    }

    @Override
    public List<Outcome> publishEach(List<Seen> drafts, EditorId by) {
        List<Outcome> outcomes = drafts.stream()
                .distinct()
                .map(draft -> new Outcome(draft.at(), refusal(draft, by)))
                .toList();
        keeper.refresh();
        return outcomes;
    }

    private Optional<Problem> refusal(Seen draft, EditorId by) {
        try {
            bind(draft, by);
            return Optional.empty();
        } catch (Problem refused) {
            return Optional.of(refused);
        }
    }

    /** Of two who make a version of one article in the same moment, one in each language, the second may try again. */
    private int bind(Seen draft, EditorId by) {
        try {
            return decisions.publish(draft.at(), draft.revision(), by);
        } catch (ConcurrencyFailureException | DataIntegrityViolationException taken) {
            throw Problem.conflict("request.overtaken");
        }
    }

    @Override
    public void schedule(ArticleKey at, long revision, Instant when, EditorId by) {
        decisions.schedule(at, revision, when, by);
    }

    @Override
    public void unschedule(ArticleKey at, long revision, EditorId by) {
        decisions.unschedule(at, revision, by);
    }

    @Override
    public void rebase(ArticleKey at, long revision, EditorId by) {
        decisions.rebase(at, revision, by);
    }

    @Override
    public void withdraw(String slug, String reason, EditorId by) {
        bookbinder.withdraw(slug, reason(reason), by);
        keeper.refresh();
    }

    @Override
    public void confirm(ArticleKey at, EditorId by) {
        bookbinder.confirm(at, by);
    }

    /** What is due is in the database: whichever node holds the lease publishes it, after a restart too. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    @SchedulerLock(name = "kb-scheduled-publications")
    void publishDue() {
        List<ArticleKey> due =
                drafts
                        .findByStateAndPublishAtLessThanEqualOrderByPublishAt(DraftState.SCHEDULED, Columns.now(clock))
                        .stream()
                        .map(StoredDraft::key)
                        .toList();
        due.forEach(this::publishDue);
        if (!due.isEmpty()) {
            keeper.refresh();
        }
    }

    private void publishDue(ArticleKey at) {
        try {
            decisions.due(at);
        } catch (Problem | ConcurrencyFailureException | DataIntegrityViolationException taken) {
            LOG.info("{} was decided about in the meantime; looked at again in a moment", at.file());
        }
    }

    private static String reason(String given) {
        String reason = given.strip();
        if (reason.isEmpty() || reason.length() > 1_000) {
            throw Problem.invalid("article.reason");
        }
        return reason;
    }
}

package ma.mowakaba.kb;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Problem;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
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
        int version = decisions.publish(at, revision, by);
        keeper.refresh();
        return version;
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
        } catch (Problem | OptimisticLockingFailureException taken) {
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

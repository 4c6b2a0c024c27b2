package ma.mowakaba.ticket;

import java.time.Clock;
import java.util.List;
import ma.mowakaba.kernel.Problem;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What one node does every few minutes: hands corrections over, counts how well cases were sorted, forgets the old. */
@Component
class Teaching implements SortedCases {

    private static final Logger LOG = LoggerFactory.getLogger(Teaching.class);
    private static final int AT_ONCE = 200;

    private final SortingBook book;
    private final SortingWeeks weeks;
    private final Corrections corrections;
    private final TicketSettings settings;
    private final Clock clock;

    Teaching(SortingBook book, SortingWeeks weeks, Corrections corrections, TicketSettings settings, Clock clock) {
        this.book = book;
        this.weeks = weeks;
        this.corrections = corrections;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${mowakaba.ticket.sorting.every:5m}",
            initialDelayString = "${mowakaba.ticket.sorting.every:5m}")
    @SchedulerLock(name = "sorting-lessons")
    void run() {
        List<SortingBook.Moved> moved = book.untaught(AT_ONCE);
        moved.forEach(this::teach);
        if (!moved.isEmpty()) {
            LOG.info("{} moved cases told to the knowledge base", moved.size());
        }
        weeks.count();
        book.forget(clock.instant().minus(settings.sorting().keep()));
    }

    /** One case that cannot be told does not keep the others from it. */
    private void teach(SortingBook.Moved moved) {
        try {
            corrections.teach(moved);
        } catch (Problem gone) {
            LOG.warn("a moved case teaches nothing: {}", gone.subject());
            book.taught(moved);
        } catch (DataAccessException later) {
            LOG.warn("a moved case is told the next time: {}", later.getClass().getSimpleName());
        }
    }

    @Override
    public List<Week> weeks() {
        return weeks.weeks();
    }

    @Override
    public List<Band> bands() {
        return weeks.bands();
    }

    @Override
    public void refresh() {
        run();
    }
}

package ma.mowakaba.metrics;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.ticket.TicketId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The figures, counted from the facts at the moment they are asked for: a fact that comes late changes them. */
@Component
@Transactional(readOnly = true)
class CountedScoreboard implements Scoreboard {

    private static final Counted ALL = new Counted(Figure.OFFERED, Optional.empty());

    private final FactQuery facts;
    private final QueueCount queues;
    private final AdvisorCount advisors;
    private final TicketCount tickets;
    private final Ruler ruler;

    CountedScoreboard(FactQuery facts, QueueCount queues, AdvisorCount advisors, TicketCount tickets, Ruler ruler) {
        this.facts = facts;
        this.queues = queues;
        this.advisors = advisors;
        this.tickets = tickets;
        this.ruler = ruler;
    }

    @Override
    public List<QueueFigures> queues(Question question) {
        return queues.of(question, ruler.intervals(question));
    }

    @Override
    public Page<CountedContact> contacts(Question question, Page.Request page) {
        return contacts(question, ALL, page);
    }

    @Override
    public Page<CountedContact> contacts(Question question, Counted counted, Page.Request page) {
        ruler.intervals(question);
        Optional<FactQuery.Cursor> cursor = page.cursor().map(FactQuery.Cursor::parse);
        List<Fact> found =
                facts.after(question, counted, cursor, page.size() + 1).toList();
        return Page.of(found, page.size(), FactQuery.Cursor::of).map(Fact::counted);
    }

    @Override
    public List<AdvisorFigures> advisors(Question question) {
        return advisors.of(question, ruler.intervals(question));
    }

    @Override
    public List<TicketFigures> tickets(Question question, By by) {
        return tickets.of(question, by, ruler.intervals(question));
    }

    @Override
    public Map<TicketId, Duration> handled(Collection<TicketId> cases) {
        return cases.isEmpty() ? Map.of() : facts.handled(cases);
    }
}

package ma.mowakaba.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import ma.mowakaba.calendar.BusinessCalendar;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.metrics.Intervals.Span;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The figures, counted from the facts at the moment they are asked for: a fact that comes late changes them. */
@Component
@Transactional(readOnly = true)
class CountedScoreboard implements Scoreboard {

    private final FactQuery facts;
    private final AdvisorCount advisors;
    private final TicketCount tickets;
    private final BusinessCalendar calendar;
    private final MetricsSettings settings;

    CountedScoreboard(
            FactQuery facts,
            AdvisorCount advisors,
            TicketCount tickets,
            BusinessCalendar calendar,
            MetricsSettings settings) {
        this.facts = facts;
        this.advisors = advisors;
        this.tickets = tickets;
        this.calendar = calendar;
        this.settings = settings;
    }

    @Override
    public List<QueueFigures> queues(Question question) {
        NavigableMap<Instant, Span> spans = Intervals.of(question, calendar.zone(), settings);
        Map<Instant, Map<Queue, Tally>> tallies = new TreeMap<>();
        try (Stream<Fact> all = facts.stream(question)) {
            all.forEach(fact -> tallies.computeIfAbsent(
                            Objects.requireNonNull(spans.floorKey(fact.queuedAt())), from -> new TreeMap<>())
                    .computeIfAbsent(Queue.of(fact), queue -> new Tally())
                    .add(fact));
        }
        return tallies.entrySet().stream()
                .flatMap(row -> rows(Objects.requireNonNull(spans.get(row.getKey())), row.getValue()))
                .toList();
    }

    private Stream<QueueFigures> rows(Span span, Map<Queue, Tally> queues) {
        return queues.entrySet().stream()
                .map(row -> row.getValue()
                        .figures(
                                span,
                                row.getKey(),
                                settings.thresholdOf(row.getKey().channel())));
    }

    @Override
    public Page<CountedContact> contacts(Question question, Page.Request page) {
        return contacts(question, Figure.OFFERED, page);
    }

    @Override
    public Page<CountedContact> contacts(Question question, Figure figure, Page.Request page) {
        Intervals.of(question, calendar.zone(), settings);
        Optional<FactQuery.Cursor> cursor = page.cursor().map(FactQuery.Cursor::parse);
        List<Fact> found =
                facts.after(question, figure, cursor, page.size() + 1).toList();
        return Page.of(found, page.size(), FactQuery.Cursor::of).map(Fact::counted);
    }

    @Override
    public List<AdvisorFigures> advisors(Question question) {
        Intervals.of(question, calendar.zone(), settings);
        return advisors.of(question);
    }

    @Override
    public List<TicketFigures> tickets(Question question, By by) {
        Intervals.of(question, calendar.zone(), settings);
        return tickets.of(question, by);
    }
}

package ma.mowakaba.metrics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.metrics.Intervals.Span;
import ma.mowakaba.metrics.Scoreboard.Question;
import ma.mowakaba.metrics.Scoreboard.QueueFigures;
import org.springframework.stereotype.Component;

/** Counts the contacts of each interval and queue. */
@Component
class QueueCount {

    private record Row(Span span, Queue queue) {

        static final Comparator<Row> ORDER = Comparator.<Row, java.time.Instant>comparing(
                        row -> row.span().from())
                .thenComparing(Row::queue);
    }

    private final FactQuery facts;
    private final Line line;
    private final WorkQuery work;
    private final MetricsSettings settings;

    QueueCount(FactQuery facts, Line line, WorkQuery work, MetricsSettings settings) {
        this.facts = facts;
        this.line = line;
        this.work = work;
        this.settings = settings;
    }

    List<QueueFigures> of(Question question, Intervals intervals) {
        Map<Row, Tally> tallies = tallies(question, intervals);
        Map<Row, Long> backlog = backlog(question, intervals);
        backlog.keySet().forEach(row -> tallies.computeIfAbsent(row, empty -> new Tally()));
        List<Part> parts = tallies.isEmpty() ? List.of() : work.parts(question);
        Worktime worktime = work.worktime(question, parts);
        Map<Queue, List<Part>> byQueue = parts.stream().collect(Collectors.groupingBy(Part::queue));
        return tallies.entrySet().stream()
                .map(entry -> figures(
                        entry.getKey(),
                        entry.getValue(),
                        backlog.getOrDefault(entry.getKey(), 0L),
                        occupancy(worktime, byQueue.getOrDefault(entry.getKey().queue(), List.of()), entry.getKey())))
                .toList();
    }

    private QueueFigures figures(Row row, Tally tally, long backlog, Optional<Double> occupancy) {
        return tally.figures(
                row.span(), row.queue(), settings.thresholdOf(row.queue().channel()), backlog, occupancy);
    }

    private Map<Row, Tally> tallies(Question question, Intervals intervals) {
        Map<Row, Tally> tallies = new TreeMap<>(Row.ORDER);
        try (Stream<Fact> all = facts.stream(question)) {
            all.forEach(fact -> tallies.computeIfAbsent(
                            new Row(intervals.of(fact.queuedAt()), Queue.of(fact)), row -> new Tally())
                    .add(fact));
        }
        return tallies;
    }

    private Map<Row, Long> backlog(Question question, Intervals intervals) {
        Map<Row, Long> backlog = new HashMap<>();
        line.at(question, intervals.all())
                .forEach((span, queues) -> queues.forEach((queue, count) -> backlog.put(new Row(span, queue), count)));
        return backlog;
    }

    private static Optional<Double> occupancy(Worktime worktime, List<Part> parts, Row row) {
        Span span = row.span();
        Set<UUID> advisors = parts.stream()
                .filter(part -> part.since().isBefore(span.to())
                        && part.until().filter(end -> !end.isAfter(span.from())).isEmpty())
                .map(Part::advisor)
                .collect(Collectors.toSet());
        return worktime.occupancy(advisors, span);
    }
}

package ma.mowakaba.metrics;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.metrics.Scoreboard.QueueFigures;

/** Counts the contacts of one interval and queue. */
final class Tally {

    private final Waits waits = new Waits();
    private final Waits handling = new Waits();
    private final Map<Outcome, Long> ends = new EnumMap<>(Outcome.class);
    private long offered;
    private long answered;
    private long abandoned;
    private long shortAbandoned;
    private long answeredWithin;
    private long abandonedWithin;
    private long waiting;

    void add(Fact fact) {
        offered++;
        answered += one(fact.answered());
        abandoned += one(fact.abandoned());
        shortAbandoned += one(fact.abandoned() && fact.brief());
        answeredWithin += one(fact.answered() && fact.within());
        abandonedWithin += one(fact.abandoned() && fact.within());
        waiting += one(fact.waiting());
        fact.outcome().ifPresent(outcome -> ends.merge(outcome, 1L, Long::sum));
        if (fact.answered()) {
            waits.add(fact.waitedMicros());
            handled(fact).ifPresent(handling::add);
        }
    }

    private static Optional<Long> handled(Fact fact) {
        return fact.endedAt()
                .flatMap(end -> fact.answeredAt().map(answer -> Math.max(0, answer.until(end, ChronoUnit.MICROS))));
    }

    private static int one(boolean counted) {
        return counted ? 1 : 0;
    }

    QueueFigures figures(Intervals.Span span, Queue queue, Duration threshold) {
        var level = new ServiceLevel(answered, abandoned, answeredWithin, abandonedWithin, shortAbandoned);
        return new QueueFigures(
                span.from(),
                span.to(),
                queue.domain(),
                queue.language(),
                queue.channel(),
                offered,
                answered,
                abandoned,
                shortAbandoned,
                answeredWithin,
                abandonedWithin,
                offered - answered - abandoned - waiting,
                waiting,
                level.usual(),
                level.variants(),
                ServiceLevel.ratio(abandoned, offered),
                waits.mean(),
                waits.percentile(50),
                waits.percentile(90),
                waits.percentile(95),
                handling.mean(),
                Map.copyOf(ends),
                threshold);
    }
}

package ma.mowakaba.metrics;

import java.time.Duration;
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
    private long inProgress;

    void add(Fact fact) {
        offered++;
        answered += one(fact.answered());
        abandoned += one(fact.abandoned());
        shortAbandoned += one(fact.abandoned() && fact.brief());
        answeredWithin += one(fact.answered() && fact.within());
        abandonedWithin += one(fact.abandoned() && fact.within());
        waiting += one(fact.waiting());
        inProgress += one(fact.inProgress());
        fact.outcome().ifPresent(outcome -> ends.merge(outcome, 1L, Long::sum));
        if (fact.answered()) {
            waits.add(fact.waitedMicros());
            fact.handledMicros().ifPresent(handling::add);
        }
    }

    private static int one(boolean counted) {
        return counted ? 1 : 0;
    }

    /** @param backlog who waited at the end, whenever they had come */
    QueueFigures figures(
            Intervals.Span span, Queue queue, Duration threshold, long backlog, Optional<Double> occupancy) {
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
                inProgress,
                backlog,
                level.usual(),
                level.variants(),
                ServiceLevel.ratio(abandoned, offered),
                waits.mean(),
                waits.percentile(50),
                waits.percentile(90),
                waits.percentile(95),
                handling.mean(),
                occupancy,
                Map.copyOf(ends),
                threshold);
    }
}

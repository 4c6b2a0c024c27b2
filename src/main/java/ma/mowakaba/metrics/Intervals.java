package ma.mowakaba.metrics;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.metrics.Scoreboard.Question;

/** The hours or days a question asks for, by Morocco's clock. The first and the last are cut where the question begins and ends. */
final class Intervals {

    record Span(Instant from, Instant to) {

        boolean contains(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    private final NavigableMap<Instant, Span> spans = new TreeMap<>();

    private Intervals() {}

    /** @throws Problem INVALID {@code metrics.period} for an empty, backward or too long period, or too many intervals */
    static Intervals of(Question question, ZoneId zone, MetricsSettings settings) {
        check(question, settings);
        Intervals intervals = new Intervals();
        Instant from = question.from();
        while (from.isBefore(question.to())) {
            Instant next = next(question, from.atZone(zone));
            Instant end = next.isBefore(question.to()) ? next : question.to();
            intervals.spans.put(from, new Span(from, end));
            from = end;
            if (intervals.spans.size() > settings.intervals()) {
                throw Problem.invalid("metrics.period");
            }
        }
        return intervals;
    }

    /** In their order. */
    List<Span> all() {
        return List.copyOf(spans.values());
    }

    /** @param at within the period of the question */
    Span of(Instant at) {
        return Objects.requireNonNull(spans.floorEntry(at)).getValue();
    }

    private static Instant next(Question question, ZonedDateTime from) {
        return switch (question.interval()) {
            case HOUR -> from.toInstant().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            case DAY ->
                from.toLocalDate().plusDays(1).atStartOfDay(from.getZone()).toInstant();
            case TOTAL -> question.to();
        };
    }

    private static void check(Question question, MetricsSettings settings) {
        boolean forward = question.from().isBefore(question.to());
        if (!forward || question.from().plus(settings.longest()).isBefore(question.to())) {
            throw Problem.invalid("metrics.period");
        }
    }
}

package ma.mowakaba.metrics;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.TreeMap;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.metrics.Scoreboard.Question;

/** The hours or days a question asks for, by Morocco's clock. The first and the last are cut where the question begins and ends. */
final class Intervals {

    record Span(Instant from, Instant to) {}

    private Intervals() {}

    /** @throws Problem INVALID {@code metrics.period} for an empty, backward or too long period, or too many intervals */
    static NavigableMap<Instant, Span> of(Question question, ZoneId zone, MetricsSettings settings) {
        check(question, settings);
        NavigableMap<Instant, Span> spans = new TreeMap<>();
        Instant from = question.from();
        while (from.isBefore(question.to())) {
            Instant next = switch (question.interval()) {
                case HOUR -> from.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
                case DAY -> midnightAfter(from.atZone(zone));
                case TOTAL -> question.to();
            };
            Instant end = next.isBefore(question.to()) ? next : question.to();
            spans.put(from, new Span(from, end));
            from = end;
            if (spans.size() > settings.intervals()) {
                throw Problem.invalid("metrics.period");
            }
        }
        return spans;
    }

    private static Instant midnightAfter(ZonedDateTime at) {
        return at.toLocalDate().plusDays(1).atStartOfDay(at.getZone()).toInstant();
    }

    private static void check(Question question, MetricsSettings settings) {
        boolean forward = question.from().isBefore(question.to());
        if (!forward || question.from().plus(settings.longest()).isBefore(question.to())) {
            throw Problem.invalid("metrics.period");
        }
    }
}

package ma.mowakaba.web.supervisor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import ma.mowakaba.calendar.BusinessCalendar;
import ma.mowakaba.contact.ContactEvent;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.metrics.Scoreboard;
import ma.mowakaba.metrics.Scoreboard.QueueFigures;
import ma.mowakaba.web.Words;
import ma.mowakaba.web.live.SharedPart;
import org.springframework.stereotype.Component;

/** Today's figures of each queue, and of all calls together. */
@Component
public class TodayPart implements SharedPart {

    private final Scoreboard scoreboard;
    private final BusinessCalendar calendar;
    private final Clock clock;

    TodayPart(Scoreboard scoreboard, BusinessCalendar calendar, Clock clock) {
        this.scoreboard = scoreboard;
        this.calendar = calendar;
        this.clock = clock;
    }

    public record Today(Totals calls, List<QueueFigures> queues) {}

    /**
     * Ratios of sums over the queues of calls; empty when nobody called.
     *
     * @param asa mean wait of the answered
     */
    public record Totals(
            long offered,
            long answered,
            long abandoned,
            long waiting,
            Optional<Double> serviceLevel,
            Optional<Double> abandonment,
            Optional<Duration> asa) {}

    @Override
    public String name() {
        return "today";
    }

    @Override
    public Audience audience() {
        return Audience.FIGURES;
    }

    @Override
    public boolean movedBy(Object event) {
        return event instanceof ContactEvent && !(event instanceof ContactEvent.Opened);
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Today content(Words words) {
        List<QueueFigures> queues = scoreboard.queues(question(Scoreboard.Interval.TOTAL, Optional.empty())).stream()
                .sorted(Comparator.comparing(QueueFigures::channel)
                        .thenComparing(figures -> words.domain(figures.domain()))
                        .thenComparing(QueueFigures::language))
                .toList();
        return new Today(
                totals(queues.stream()
                        .filter(row -> row.channel() == Channel.CALL)
                        .toList()),
                queues);
    }

    Scoreboard.Question question(Scoreboard.Interval interval, Optional<Channel> channel) {
        ZoneId zone = calendar.zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Instant from = today.atStartOfDay(zone).toInstant();
        Instant to = today.plusDays(1).atStartOfDay(zone).toInstant();
        return new Scoreboard.Question(from, to, interval, Optional.empty(), Optional.empty(), channel);
    }

    private static Totals totals(List<QueueFigures> rows) {
        long answered = sum(rows, QueueFigures::answered);
        long abandoned = sum(rows, QueueFigures::abandoned);
        long offered = sum(rows, QueueFigures::offered);
        long counted = answered + abandoned - sum(rows, QueueFigures::abandonedWithin);
        long waited = sum(rows, row -> row.asa().orElse(Duration.ZERO).toMillis() * row.answered());
        return new Totals(
                offered,
                answered,
                abandoned,
                sum(rows, QueueFigures::waitingNow),
                share(sum(rows, QueueFigures::answeredWithin), counted),
                share(abandoned, offered),
                answered == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(waited / answered)));
    }

    private static Optional<Double> share(long part, long whole) {
        return whole <= 0 ? Optional.empty() : Optional.of((double) part / whole);
    }

    private static long sum(List<QueueFigures> rows, ToLongFunction<QueueFigures> figure) {
        return rows.stream().mapToLong(figure).sum();
    }
}

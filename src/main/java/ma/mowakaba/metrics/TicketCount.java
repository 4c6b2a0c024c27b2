package ma.mowakaba.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.calendar.BusinessCalendar;
import ma.mowakaba.metrics.Intervals.Span;
import ma.mowakaba.metrics.Scoreboard.By;
import ma.mowakaba.metrics.Scoreboard.FirstContact;
import ma.mowakaba.metrics.Scoreboard.Question;
import ma.mowakaba.metrics.Scoreboard.Spread;
import ma.mowakaba.metrics.Scoreboard.TicketFigures;
import org.springframework.stereotype.Component;

/** Counts the cases opened in each interval, how long their requesters waited, and what was open at its end. */
@Component
class TicketCount {

    private final CaseQuery cases;
    private final BusinessCalendar calendar;
    private final Clock clock;

    TicketCount(CaseQuery cases, BusinessCalendar calendar, Clock clock) {
        this.cases = cases;
        this.calendar = calendar;
        this.clock = clock;
    }

    List<TicketFigures> of(Question question, By by, Intervals intervals) {
        Instant end = intervals.all().getFirst().to();
        var backlog = new Backlog(cases.open(question, end), cases.away(end));
        Map<Span, List<CaseSeen>> opened =
                cases.opened(question).stream().collect(Collectors.groupingBy(seen -> intervals.of(seen.created())));
        return intervals.all().stream()
                .flatMap(span -> rows(span, opened.getOrDefault(span, List.of()), backlog, by))
                .toList();
    }

    private Stream<TicketFigures> rows(Span span, List<CaseSeen> opened, Backlog backlog, By by) {
        Map<String, List<CaseSeen>> groups = opened.stream().collect(Collectors.groupingBy(seen -> seen.value(by)));
        Instant end = span.to().isBefore(clock.instant()) ? span.to() : clock.instant();
        Map<String, List<Backlog.Open>> open = backlog.at(end, by);
        var values = new TreeSet<>(groups.keySet());
        values.addAll(open.keySet());
        return values.stream()
                .map(value -> figures(
                        span, value, groups.getOrDefault(value, List.of()), open.getOrDefault(value, List.of()), end));
    }

    private TicketFigures figures(
            Span span, String value, List<CaseSeen> opened, List<Backlog.Open> open, Instant end) {
        return new TicketFigures(
                span.from(),
                span.to(),
                value,
                opened.size(),
                count(opened, seen -> seen.responded().isPresent()),
                count(opened, seen -> seen.resolved().isPresent()),
                count(opened, CaseSeen::unfinished),
                count(opened, CaseSeen::reopened),
                spread(opened, CaseSeen::responded, Duration::between),
                spread(opened, CaseSeen::responded, this::business),
                spread(opened, CaseSeen::resolved, Duration::between),
                spread(opened, CaseSeen::resolved, this::business),
                firstContact(opened),
                open.size(),
                Backlog.ages(open, end),
                open.stream().findFirst().map(oldest -> Duration.between(oldest.created(), end)));
    }

    private FirstContact firstContact(List<CaseSeen> opened) {
        List<CaseSeen> known = opened.stream()
                .filter(seen -> seen.known() && seen.resolved().isPresent())
                .toList();
        List<CaseSeen> anonymous = opened.stream()
                .filter(seen -> !seen.known() && seen.resolved().isPresent())
                .toList();
        long solved = count(known, CaseSeen::first);
        return new FirstContact(
                known.size(),
                solved,
                count(known, seen -> seen.provisional(clock.instant())),
                anonymous.size(),
                count(anonymous, CaseSeen::first),
                ServiceLevel.ratio(solved, known.size()));
    }

    private Duration business(Instant from, Instant to) {
        return calendar.between(BusinessCalendar.DEFAULT, from, to);
    }

    private static long count(List<CaseSeen> cases, java.util.function.Predicate<CaseSeen> which) {
        return cases.stream().filter(which).count();
    }

    private static Spread spread(
            List<CaseSeen> cases,
            Function<CaseSeen, Optional<Instant>> end,
            BiFunction<Instant, Instant, Duration> measure) {
        var waits = new Waits();
        for (CaseSeen seen : cases) {
            end.apply(seen)
                    .map(at -> measure.apply(seen.created(), at))
                    .ifPresent(time -> waits.add(time.toNanos() / 1_000));
        }
        return new Spread(waits.percentile(50), waits.percentile(90));
    }
}

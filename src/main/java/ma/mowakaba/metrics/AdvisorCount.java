package ma.mowakaba.metrics;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.metrics.Intervals.Span;
import ma.mowakaba.metrics.Scoreboard.AdvisorFigures;
import ma.mowakaba.metrics.Scoreboard.Question;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** Counts what each advisor did. What he had of a contact is his, whoever had it before or after. */
@Component
class AdvisorCount {

    private final WorkQuery work;
    private final Accounts accounts;

    AdvisorCount(WorkQuery work, Accounts accounts) {
        this.work = work;
        this.accounts = accounts;
    }

    List<AdvisorFigures> of(Question question, Intervals intervals) {
        List<Part> all = work.parts(question);
        Worktime worktime = work.worktime(question, all);
        Map<Span, Map<UUID, Long>> given = work.assignments(question, intervals);
        Map<Span, Map<UUID, List<Part>>> begun = all.stream()
                .filter(part -> asked(part.queue(), question))
                .filter(part -> !part.since().isBefore(question.from()))
                .collect(Collectors.groupingBy(
                        part -> intervals.of(part.since()), Collectors.groupingBy(Part::advisor)));
        Map<UUID, String> names =
                accounts.all().stream().collect(Collectors.toMap(one -> one.id().value(), Advisor::name));
        return intervals.all().stream()
                .flatMap(span -> rows(
                        span, begun.getOrDefault(span, Map.of()), given.getOrDefault(span, Map.of()), worktime, names))
                .toList();
    }

    private static Stream<AdvisorFigures> rows(
            Span span, Map<UUID, List<Part>> begun, Map<UUID, Long> given, Worktime worktime, Map<UUID, String> names) {
        Set<UUID> seen = new HashSet<>(begun.keySet());
        seen.addAll(given.keySet());
        worktime.advisors().stream()
                .filter(advisor -> !worktime.states(advisor, span).isEmpty()
                        || worktime.handling(advisor, span).isPositive())
                .forEach(seen::add);
        return seen.stream()
                .sorted(Comparator.<UUID, String>comparing(id -> names.getOrDefault(id, ""))
                        .thenComparing(Comparator.naturalOrder()))
                .map(advisor -> figures(
                        span,
                        new AdvisorName(advisor, names.getOrDefault(advisor, "")),
                        begun.getOrDefault(advisor, List.of()),
                        given.getOrDefault(advisor, 0L),
                        worktime));
    }

    private record AdvisorName(UUID id, String name) {}

    private static AdvisorFigures figures(
            Span span, AdvisorName advisor, List<Part> parts, long assigned, Worktime worktime) {
        List<Part> over =
                parts.stream().filter(part -> part.until().isPresent()).toList();
        Duration afterWork = sum(over.stream().map(Part::afterWork));
        Duration handled = sum(over.stream().flatMap(part -> part.handling().stream()));
        return new AdvisorFigures(
                span.from(),
                span.to(),
                new StaffId(advisor.id()),
                advisor.name(),
                assigned,
                parts.size(),
                handled.minus(afterWork),
                afterWork,
                over.isEmpty() ? Optional.empty() : Optional.of(handled.dividedBy(over.size())),
                worktime.handling(advisor.id(), span),
                worktime.free(advisor.id(), span),
                worktime.occupancy(List.of(advisor.id()), span),
                worktime.states(advisor.id(), span));
    }

    private static boolean asked(Queue queue, Question question) {
        return question.domain().map(queue.domain()::equals).orElse(true)
                && question.language().map(queue.language()::equals).orElse(true)
                && question.channel().map(queue.channel()::equals).orElse(true);
    }

    private static Duration sum(Stream<Duration> times) {
        return times.reduce(Duration.ZERO, Duration::plus);
    }
}

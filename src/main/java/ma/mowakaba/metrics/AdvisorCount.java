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

    /** What was counted of everybody in one interval. */
    private record Counts(Map<UUID, List<Part>> begun, Map<UUID, Long> assigned, Map<UUID, Long> answered) {

        Set<UUID> advisors() {
            Set<UUID> all = new HashSet<>(begun.keySet());
            all.addAll(assigned.keySet());
            all.addAll(answered.keySet());
            return all;
        }
    }

    private record Named(UUID id, String name) {}

    List<AdvisorFigures> of(Question question, Intervals intervals) {
        List<Part> all = work.parts(question);
        Worktime worktime = work.worktime(question, all);
        Map<Span, Map<UUID, Long>> assigned = work.assigned(question, intervals);
        Map<Span, Map<UUID, Long>> answered = work.answered(question, intervals);
        Map<Span, Map<UUID, List<Part>>> begun = begun(question, intervals, all);
        Map<UUID, String> names =
                accounts.all().stream().collect(Collectors.toMap(one -> one.id().value(), Advisor::name));
        return intervals.all().stream()
                .flatMap(span -> rows(
                        span,
                        new Counts(
                                begun.getOrDefault(span, Map.of()),
                                assigned.getOrDefault(span, Map.of()),
                                answered.getOrDefault(span, Map.of())),
                        worktime,
                        names))
                .toList();
    }

    private static Map<Span, Map<UUID, List<Part>>> begun(Question question, Intervals intervals, List<Part> parts) {
        return parts.stream()
                .filter(part -> asked(part.queue(), question))
                .filter(part -> !part.since().isBefore(question.from()))
                .collect(Collectors.groupingBy(
                        part -> intervals.of(part.since()), Collectors.groupingBy(Part::advisor)));
    }

    private static Stream<AdvisorFigures> rows(Span span, Counts counts, Worktime worktime, Map<UUID, String> names) {
        Set<UUID> seen = counts.advisors();
        worktime.advisors().stream()
                .filter(advisor -> !worktime.states(advisor, span).isEmpty()
                        || worktime.handling(advisor, span).isPositive())
                .forEach(seen::add);
        return seen.stream()
                .map(id -> new Named(id, names.getOrDefault(id, "")))
                .sorted(Comparator.comparing(Named::name).thenComparing(Named::id))
                .map(advisor -> figures(span, advisor, counts, worktime));
    }

    private static AdvisorFigures figures(Span span, Named advisor, Counts counts, Worktime worktime) {
        List<Part> parts = counts.begun().getOrDefault(advisor.id(), List.of());
        List<Part> over =
                parts.stream().filter(part -> part.until().isPresent()).toList();
        Duration afterWork = sum(over.stream().map(Part::afterWork));
        Duration hold = sum(over.stream().map(Part::hold));
        Duration handled = sum(over.stream().flatMap(part -> part.handling().stream()));
        return new AdvisorFigures(
                span.from(),
                span.to(),
                new StaffId(advisor.id()),
                advisor.name(),
                counts.assigned().getOrDefault(advisor.id(), 0L),
                counts.answered().getOrDefault(advisor.id(), 0L),
                parts.size(),
                handled.minus(afterWork).minus(hold),
                hold,
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

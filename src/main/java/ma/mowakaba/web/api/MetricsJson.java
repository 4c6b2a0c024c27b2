package ma.mowakaba.web.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.metrics.Scoreboard;
import ma.mowakaba.metrics.Scoreboard.AdvisorFigures;
import ma.mowakaba.metrics.Scoreboard.CountedContact;
import ma.mowakaba.metrics.Scoreboard.QueueFigures;
import ma.mowakaba.metrics.Scoreboard.TicketFigures;

/** The figures as outside programs read them: times in whole seconds, ratios from 0 to 1, null where nobody came. */
final class MetricsJson {

    private MetricsJson() {}

    /** @param serviceLevelVariants 1 to 5, as the definitions number them; @param ends how they ended, by outcome */
    record QueueRow(
            Instant from,
            Instant to,
            String domain,
            String language,
            String channel,
            long thresholdSeconds,
            long offered,
            long answered,
            long abandoned,
            long shortAbandoned,
            long answeredWithin,
            long abandonedWithin,
            long otherEnds,
            long waitingNow,
            long inProgress,
            long backlog,
            Optional<Double> serviceLevel,
            List<Optional<Double>> serviceLevelVariants,
            Optional<Double> abandonment,
            Optional<Long> asaSeconds,
            Optional<Long> waitMedianSeconds,
            Optional<Long> waitP90Seconds,
            Optional<Long> waitP95Seconds,
            Optional<Long> ahtSeconds,
            Optional<Double> occupancy,
            Map<String, Long> ends) {

        static QueueRow of(QueueFigures row) {
            return new QueueRow(
                    row.from(),
                    row.to(),
                    row.domain().value(),
                    row.language().code(),
                    row.channel().code(),
                    row.threshold().toSeconds(),
                    row.offered(),
                    row.answered(),
                    row.abandoned(),
                    row.shortAbandoned(),
                    row.answeredWithin(),
                    row.abandonedWithin(),
                    row.otherEnds(),
                    row.waitingNow(),
                    row.inProgress(),
                    row.backlog(),
                    row.serviceLevel(),
                    row.serviceLevelVariants(),
                    row.abandonment(),
                    seconds(row.asa()),
                    seconds(row.waitMedian()),
                    seconds(row.waitP90()),
                    seconds(row.waitP95()),
                    seconds(row.aht()),
                    row.occupancy(),
                    ends(row.ends()));
        }

        private static Map<String, Long> ends(Map<Outcome, Long> ends) {
            return named(ends, Outcome::code, count -> count);
        }
    }

    record ContactRow(
            String contact,
            String domain,
            String language,
            String channel,
            Instant queuedAt,
            Optional<Instant> answeredAt,
            Optional<Instant> endedAt,
            Optional<String> outcome,
            boolean answered,
            boolean abandoned,
            Optional<Long> waitSeconds) {

        static ContactRow of(CountedContact row) {
            return new ContactRow(
                    row.contact().toString(),
                    row.domain().value(),
                    row.language().code(),
                    row.channel().code(),
                    row.queuedAt(),
                    row.answeredAt(),
                    row.endedAt(),
                    row.outcome().map(Outcome::code),
                    row.answered(),
                    row.abandoned(),
                    seconds(row.waited()));
        }
    }

    /** @param presenceSeconds by state */
    record AdvisorRow(
            Instant from,
            Instant to,
            String advisor,
            String name,
            long assigned,
            long answered,
            long handled,
            long talkSeconds,
            long holdSeconds,
            long afterWorkSeconds,
            Optional<Long> ahtSeconds,
            long handlingSeconds,
            long availableSeconds,
            Optional<Double> occupancy,
            Map<String, Long> presenceSeconds) {

        /** @param named whether the reader may know who it is */
        static AdvisorRow of(AdvisorFigures row, boolean named) {
            return new AdvisorRow(
                    row.from(),
                    row.to(),
                    row.advisor().toString(),
                    named ? row.name() : "",
                    row.assigned(),
                    row.answered(),
                    row.handled(),
                    seconds(row.talk()),
                    seconds(row.hold()),
                    seconds(row.afterWork()),
                    seconds(row.aht()),
                    seconds(row.handling()),
                    seconds(row.available()),
                    row.occupancy(),
                    named(row.presence(), state -> state.code(), MetricsJson::seconds));
        }
    }

    /** @param firstContactProvisional cases whose seven days have not passed; @param backlogAges by how long they have been open */
    record TicketRow(
            Instant from,
            Instant to,
            String value,
            long opened,
            long answered,
            long resolved,
            long open,
            long reopened,
            Optional<Long> firstResponseMedianSeconds,
            Optional<Long> firstResponseP90Seconds,
            Optional<Long> firstResponseMedianBusinessSeconds,
            Optional<Long> firstResponseP90BusinessSeconds,
            Optional<Long> resolutionMedianSeconds,
            Optional<Long> resolutionP90Seconds,
            Optional<Long> resolutionMedianBusinessSeconds,
            Optional<Long> resolutionP90BusinessSeconds,
            Optional<Double> firstContactResolution,
            long firstContactCases,
            long firstContactSolved,
            long firstContactProvisional,
            long firstContactAnonymousCases,
            long firstContactAnonymousSolved,
            long backlog,
            Map<String, Long> backlogAges,
            Optional<Long> oldestSeconds) {

        static TicketRow of(TicketFigures row) {
            return new TicketRow(
                    row.from(),
                    row.to(),
                    row.value(),
                    row.opened(),
                    row.answered(),
                    row.resolved(),
                    row.open(),
                    row.reopened(),
                    seconds(row.firstResponse().median()),
                    seconds(row.firstResponse().p90()),
                    seconds(row.firstResponseBusiness().median()),
                    seconds(row.firstResponseBusiness().p90()),
                    seconds(row.resolution().median()),
                    seconds(row.resolution().p90()),
                    seconds(row.resolutionBusiness().median()),
                    seconds(row.resolutionBusiness().p90()),
                    row.firstContact().share(),
                    row.firstContact().cases(),
                    row.firstContact().solved(),
                    row.firstContact().provisional(),
                    row.firstContact().anonymousCases(),
                    row.firstContact().anonymousSolved(),
                    row.backlog(),
                    named(row.backlogAges(), age -> word(age.name()), count -> count),
                    seconds(row.oldest()));
        }
    }

    /** @param next always null where a list is never paged */
    record Rows<T>(List<T> items, Optional<String> next) {}

    private static Optional<Long> seconds(Optional<Duration> time) {
        return time.map(MetricsJson::seconds);
    }

    private static long seconds(Duration time) {
        return time.plusMillis(500).toSeconds();
    }

    private static <K extends Enum<K>, V> Map<String, Long> named(
            Map<K, V> values, Function<K, String> name, Function<V, Long> number) {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .collect(Collectors.toMap(
                        entry -> name.apply(entry.getKey()),
                        entry -> number.apply(entry.getValue()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return the figure of this name, as in {@code short-abandoned}, of those that ended so */
    static Scoreboard.Counted counted(String figure, Optional<String> outcome) {
        return new Scoreboard.Counted(
                one(Scoreboard.Figure.values(), figure), outcome.map(name -> one(Outcome.values(), name)));
    }

    private static <E extends Enum<E>> E one(E[] all, String name) {
        return Arrays.stream(all)
                .filter(each -> word(each.name()).equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("metrics.figure", name));
    }
}

package ma.mowakaba.web.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ma.mowakaba.contact.Outcome;
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
            Optional<Double> serviceLevel,
            List<Optional<Double>> serviceLevelVariants,
            Optional<Double> abandonment,
            Optional<Long> asaSeconds,
            Optional<Long> waitMedianSeconds,
            Optional<Long> waitP90Seconds,
            Optional<Long> waitP95Seconds,
            Optional<Long> ahtSeconds,
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
                    row.serviceLevel(),
                    row.serviceLevelVariants(),
                    row.abandonment(),
                    seconds(row.asa()),
                    seconds(row.waitMedian()),
                    seconds(row.waitP90()),
                    seconds(row.waitP95()),
                    seconds(row.aht()),
                    ends(row.ends()));
        }

        private static Map<String, Long> ends(Map<Outcome, Long> ends) {
            var named = new TreeMap<String, Long>();
            ends.forEach((outcome, count) -> named.put(outcome.code(), count));
            return named;
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

    record AdvisorRow(
            String advisor,
            String name,
            long answered,
            long handlingSeconds,
            long availableSeconds,
            Optional<Double> occupancy,
            Optional<Long> ahtSeconds) {

        /** @param named whether the reader may know who it is */
        static AdvisorRow of(AdvisorFigures row, boolean named) {
            return new AdvisorRow(
                    row.advisor().toString(),
                    named ? row.name() : "",
                    row.answered(),
                    row.handling().toSeconds(),
                    row.available().toSeconds(),
                    row.occupancy(),
                    seconds(row.aht()));
        }
    }

    record TicketRow(
            String value,
            long opened,
            long answered,
            long resolved,
            long open,
            Optional<Long> oldestOpenSeconds,
            Optional<Long> firstResponseMedianSeconds,
            Optional<Long> firstResponseP90Seconds,
            Optional<Long> firstResponseMedianBusinessSeconds,
            Optional<Long> firstResponseP90BusinessSeconds,
            Optional<Long> resolutionMedianSeconds,
            Optional<Long> resolutionP90Seconds,
            Optional<Long> resolutionMedianBusinessSeconds,
            Optional<Long> resolutionP90BusinessSeconds) {

        static TicketRow of(TicketFigures row) {
            return new TicketRow(
                    row.value(),
                    row.opened(),
                    row.answered(),
                    row.resolved(),
                    row.open(),
                    seconds(row.oldestOpen()),
                    seconds(row.firstResponse().median()),
                    seconds(row.firstResponse().p90()),
                    seconds(row.firstResponseBusiness().median()),
                    seconds(row.firstResponseBusiness().p90()),
                    seconds(row.resolution().median()),
                    seconds(row.resolution().p90()),
                    seconds(row.resolutionBusiness().median()),
                    seconds(row.resolutionBusiness().p90()));
        }
    }

    /** @param next always null where a list is never paged */
    record Rows<T>(List<T> items, Optional<String> next) {}

    private static Optional<Long> seconds(Optional<Duration> time) {
        return time.map(value -> value.plusMillis(500).toSeconds());
    }

    /** @return the figure of this name, as in {@code short-abandoned} */
    static Scoreboard.Figure figure(String name) {
        for (Scoreboard.Figure figure : Scoreboard.Figure.values()) {
            if (figure.name().equalsIgnoreCase(name.replace('-', '_'))) {
                return figure;
            }
        }
        throw ma.mowakaba.kernel.Problem.invalid("metrics.figure", name);
    }
}

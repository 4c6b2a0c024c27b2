package ma.mowakaba.metrics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.metrics.Scoreboard.Age;
import ma.mowakaba.metrics.Scoreboard.By;

/** The cases that were open at some instant. */
final class Backlog {

    /** A case that was open at some time. @param resolved for the last time */
    record Open(
            UUID ticket,
            String domain,
            String channel,
            String language,
            String advisor,
            Instant created,
            Optional<Instant> resolved) {

        static Open read(ResultSet row, int number) throws SQLException {
            return new Open(
                    Columns.uuid(row, "ticket_id"),
                    row.getString("domain"),
                    Channel.valueOf(row.getString("channel")).code(),
                    Language.valueOf(row.getString("language")).code(),
                    Optional.ofNullable(row.getString("advisor_id")).orElse(""),
                    Columns.instant(row, "created_at"),
                    Columns.maybeInstant(row, "resolved_at"));
        }

        String value(By by) {
            return switch (by) {
                case ALL -> "";
                case DOMAIN -> domain;
                case CHANNEL -> channel;
                case LANGUAGE -> language;
                case ADVISOR -> advisor;
            };
        }
    }

    /** A case was finished for a while. */
    record Away(UUID ticket, Optional<Instant> from, Instant to) {

        static Away read(ResultSet row, int number) throws SQLException {
            return new Away(
                    Columns.uuid(row, "ticket_id"),
                    Columns.maybeInstant(row, "finished_at"),
                    Columns.instant(row, "reopened_at"));
        }

        boolean at(Instant at) {
            return from.filter(start -> !start.isAfter(at)).isPresent() && at.isBefore(to);
        }
    }

    private final List<Open> cases;
    private final Map<UUID, List<Away>> away;

    Backlog(List<Open> cases, List<Away> away) {
        this.cases = cases;
        this.away = away.stream().collect(Collectors.groupingBy(Away::ticket));
    }

    /** @return the cases open at this instant, oldest first, by value */
    Map<String, List<Open>> at(Instant at, By by) {
        return cases.stream()
                .filter(one -> one.created().isBefore(at)
                        && one.resolved().filter(end -> end.isBefore(at)).isEmpty())
                .filter(one ->
                        away.getOrDefault(one.ticket(), List.of()).stream().noneMatch(gap -> gap.at(at)))
                .sorted(Comparator.comparing(Open::created))
                .collect(Collectors.groupingBy(one -> one.value(by)));
    }

    static Map<Age, Long> ages(List<Open> open, Instant at) {
        Map<Age, Long> ages = new EnumMap<>(Age.class);
        Arrays.stream(Age.values()).forEach(age -> ages.put(age, 0L));
        open.forEach(one -> ages.merge(Age.of(Duration.between(one.created(), at)), 1L, Long::sum));
        return ages;
    }
}

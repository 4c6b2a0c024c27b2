package ma.mowakaba.metrics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.mowakaba.calendar.BusinessCalendar;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.metrics.Scoreboard.By;
import ma.mowakaba.metrics.Scoreboard.Question;
import ma.mowakaba.metrics.Scoreboard.Spread;
import ma.mowakaba.metrics.Scoreboard.TicketFigures;
import ma.mowakaba.ticket.TicketState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the cases opened in a period, and how long their requesters waited. */
@Component
class TicketCount {

    /** One case as it was last seen. */
    private record Seen(
            String domain,
            String channel,
            String language,
            String advisor,
            boolean unfinished,
            Instant created,
            Optional<Instant> responded,
            Optional<Instant> resolved) {}

    private final JdbcClient database;
    private final BusinessCalendar calendar;
    private final Clock clock;

    TicketCount(JdbcClient database, BusinessCalendar calendar, Clock clock) {
        this.database = database;
        this.calendar = calendar;
        this.clock = clock;
    }

    List<TicketFigures> of(Question question, By by) {
        Function<Seen, String> value = switch (by) {
            case ALL -> seen -> "";
            case DOMAIN -> Seen::domain;
            case CHANNEL -> Seen::channel;
            case LANGUAGE -> Seen::language;
            case ADVISOR -> Seen::advisor;
        };
        Map<String, List<Seen>> groups =
                seen(question).stream().collect(Collectors.groupingBy(value, TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> figures(group.getKey(), group.getValue()))
                .toList();
    }

    private TicketFigures figures(String value, List<Seen> cases) {
        List<Seen> open = cases.stream().filter(Seen::unfinished).toList();
        return new TicketFigures(
                value,
                cases.size(),
                cases.stream().filter(seen -> seen.responded().isPresent()).count(),
                cases.stream().filter(seen -> seen.resolved().isPresent()).count(),
                open.size(),
                open.stream()
                        .map(Seen::created)
                        .min(Comparator.naturalOrder())
                        .map(oldest -> Duration.between(oldest, clock.instant())),
                spread(cases, Seen::responded, Duration::between),
                spread(cases, Seen::responded, this::business),
                spread(cases, Seen::resolved, Duration::between),
                spread(cases, Seen::resolved, this::business));
    }

    private Duration business(Instant from, Instant to) {
        return calendar.between(BusinessCalendar.DEFAULT, from, to);
    }

    private static Spread spread(
            List<Seen> cases, Function<Seen, Optional<Instant>> end, BiFunction<Instant, Instant, Duration> measure) {
        var waits = new Waits();
        for (Seen seen : cases) {
            end.apply(seen)
                    .map(at -> measure.apply(seen.created(), at))
                    .ifPresent(time -> waits.add(time.toNanos() / 1_000));
        }
        return new Spread(waits.percentile(50), waits.percentile(90));
    }

    private List<Seen> seen(Question question) {
        return database.sql("""
            select * from ticket_fact where created_at >= :from and created_at < :to
              and (:domain is null or domain = :domain) and (:channel is null or channel = :channel)\
            """)
                .param("from", Columns.utc(question.from()))
                .param("to", Columns.utc(question.to()))
                .param("domain", question.domain().map(DomainCode::value).orElse(null))
                .param("channel", question.channel().map(Channel::name).orElse(null))
                .query(TicketCount::read)
                .list();
    }

    private static Seen read(ResultSet row, int number) throws SQLException {
        return new Seen(
                row.getString("domain"),
                Channel.valueOf(row.getString("channel")).code(),
                Language.valueOf(row.getString("language")).code(),
                Optional.ofNullable(row.getString("advisor_id")).orElse(""),
                TicketState.valueOf(row.getString("state")).unfinished(),
                Columns.instant(row, "created_at"),
                Columns.maybeInstant(row, "first_response_at"),
                Columns.maybeInstant(row, "resolved_at"));
    }
}

package ma.mowakaba.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.ticket.TicketId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The contacts of a question, each with the flags it is counted by. Counted and listed contacts come from this one query, so that a
 * figure and its drill-down cannot differ.
 */
@Component
class FactQuery {

    private static final String FLAGS = """
        with waited as (
          select contact_id, channel, domain, language, queued_at, answered_at, ended_at, outcome,
            timestampdiff(microsecond, queued_at, coalesce(answered_at, ended_at)) as waited,
            case when answered_at is null or ended_at is null or channel not in ('CALL', 'CHAT') then null
              else coalesce(handled, timestampdiff(microsecond, answered_at, ended_at)) end as handling,
            case channel %s end as threshold
          from contact_fact
          where queued_at >= :from and queued_at < :to %s),
        flagged as (
          select *, answered_at is not null as answered,
            answered_at is null and outcome = 'ABANDONED' as abandoned,
            answered_at is null and ended_at is null as waiting,
            answered_at is not null and ended_at is null as in_progress,
            waited <= threshold as in_time,
            waited <= :short as brief
          from waited)
        select * from flagged where true\
        """;

    private final JdbcClient database;
    private final MetricsSettings settings;

    FactQuery(JdbcClient database, MetricsSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** To be closed: the rows come as they are read, not all at once. */
    Stream<Fact> stream(Scoreboard.Question question) {
        return facts(question, "").withFetchSize(2_000).query(Fact::read).stream();
    }

    /** @return in the order of their queue entry, after the row of the cursor */
    Stream<Fact> after(Scoreboard.Question question, Scoreboard.Counted counted, Optional<Cursor> cursor, int limit) {
        String keyset = cursor.isEmpty() ? "" : " and queued_at >= :at and (queued_at > :at or contact_id > :contact)";
        String order = " order by queued_at, contact_id limit " + limit;
        JdbcClient.StatementSpec asked = facts(question, " and " + condition(counted) + keyset + order);
        cursor.ifPresent(row -> asked.param("at", Columns.utc(row.at())).param("contact", row.contact()));
        return asked.query(Fact::read).list().stream();
    }

    /** @param cases at least one @return those of which somebody had a live conversation */
    Map<TicketId, Duration> handled(Collection<TicketId> cases) {
        Map<TicketId, Duration> handled = new HashMap<>();
        database.sql("""
            select c.ticket_id, sum(f.handled) as handled from case_contact c
            join contact_fact f on f.contact_id = c.contact_id
            where c.ticket_id in (:ids) and f.handled is not null group by c.ticket_id\
            """)
                .param("ids", cases.stream().map(TicketId::value).toList())
                .query(row -> {
                    handled.put(
                            new TicketId(Columns.uuid(row, "ticket_id")),
                            Duration.of(row.getLong("handled"), ChronoUnit.MICROS));
                });
        return handled;
    }

    private static String condition(Scoreboard.Counted counted) {
        String ended = counted.outcome()
                .map(outcome -> " and outcome = '" + outcome.name() + "'")
                .orElse("");
        return condition(counted.figure()) + ended;
    }

    private static String condition(Scoreboard.Figure figure) {
        return switch (figure) {
            case OFFERED -> "true";
            case ANSWERED -> "answered";
            case ABANDONED -> "abandoned";
            case SHORT_ABANDONED -> "abandoned and brief";
            case ANSWERED_WITHIN -> "answered and in_time";
            case ABANDONED_WITHIN -> "abandoned and in_time";
            case WAITING_NOW -> "waiting";
            case IN_PROGRESS -> "in_progress";
            case OTHER_ENDS -> "not answered and not abandoned and not waiting";
        };
    }

    private JdbcClient.StatementSpec facts(Scoreboard.Question question, String further) {
        String thresholds = Arrays.stream(Channel.values())
                .map(channel -> "when '" + channel.name() + "' then "
                        + settings.thresholdOf(channel).toNanos() / 1_000)
                .collect(Collectors.joining(" "));
        return Period.ask(database, FLAGS.formatted(thresholds, Period.NARROWED) + further, question)
                .param("short", settings.shortAbandon().toNanos() / 1_000);
    }

    /** Where a page ended. */
    record Cursor(Instant at, UUID contact) {

        static Cursor parse(String text) {
            int cut = text.indexOf('_');
            try {
                return new Cursor(
                        Instant.parse(text.substring(0, Math.max(0, cut))), UUID.fromString(text.substring(cut + 1)));
            } catch (java.time.DateTimeException | IllegalArgumentException e) {
                throw ma.mowakaba.kernel.Problem.invalid("page.cursor");
            }
        }

        static String of(Fact fact) {
            return fact.queuedAt() + "_" + fact.contact();
        }
    }
}

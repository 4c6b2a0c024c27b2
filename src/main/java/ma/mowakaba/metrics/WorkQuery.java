package ma.mowakaba.metrics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.metrics.Scoreboard.Question;
import ma.mowakaba.staff.Presence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The advisors' parts, states and assignments that touch a period. */
@Component
class WorkQuery {

    /** The key instead of the column it is made from, so that the index has all that is read. */
    private static final String LEFT = "nullif(left_key, timestamp '9999-12-31 00:00:00') as left_at";

    private static final String TOUCHING = " where left_key > :from and since < :to";

    private final JdbcClient database;
    private final Clock clock;

    WorkQuery(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return of all queues, whatever the question narrows */
    List<Part> parts(Question question) {
        return Period.ask(
                        database,
                        "select advisor_id, since, " + LEFT
                                + ", hold, after_work, channel, domain, language from handling_fact" + TOUCHING,
                        question)
                .query(Part::read)
                .list();
    }

    Worktime worktime(Question question, List<Part> parts) {
        List<Worktime.InState> presence = Period.ask(
                        database,
                        "select advisor_id, since, " + LEFT + ", state from presence_fact" + TOUCHING,
                        question)
                .query(this::inState)
                .list();
        return new Worktime(parts, presence, clock.instant());
    }

    /** @return how many contacts each was given, in each interval */
    Map<Intervals.Span, Map<UUID, Long>> assigned(Question question, Intervals intervals) {
        return count("""
            select a.advisor_id, a.at from assignment_fact a
            where a.at >= :from and a.at < :to and (:channel is null or a.channel = :channel)
              and (:domain is null and :language is null or exists (select 1 from contact_fact f
                where f.contact_id = a.contact_id and (:domain is null or f.domain = :domain)
                  and (:language is null or f.language = :language)))\
            """, question, intervals);
    }

    /** @return how many contacts each was the first to answer, in each interval */
    Map<Intervals.Span, Map<UUID, Long>> answered(Question question, Intervals intervals) {
        return count(
                "select answered_by as advisor_id, answered_at as at from contact_fact"
                        + " where answered_at >= :from and answered_at < :to and answered_by is not null"
                        + Period.NARROWED,
                question,
                intervals);
    }

    private Map<Intervals.Span, Map<UUID, Long>> count(String sql, Question question, Intervals intervals) {
        Map<Intervals.Span, Map<UUID, Long>> counted = new HashMap<>();
        Period.ask(database, sql, question).query(row -> {
            counted.computeIfAbsent(intervals.of(Columns.instant(row, "at")), span -> new HashMap<>())
                    .merge(Columns.uuid(row, "advisor_id"), 1L, Long::sum);
        });
        return counted;
    }

    private Worktime.InState inState(ResultSet row, int number) throws SQLException {
        return new Worktime.InState(
                Columns.uuid(row, "advisor_id"),
                Presence.State.valueOf(row.getString("state")),
                new Stretch(
                        Columns.instant(row, "since"),
                        Columns.maybeInstant(row, "left_at").orElseGet(clock::instant)));
    }
}

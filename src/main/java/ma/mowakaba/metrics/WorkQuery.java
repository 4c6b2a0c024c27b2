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
                        "select advisor_id, since, left_at, after_work, channel, domain, language from handling_fact"
                                + TOUCHING,
                        question)
                .query(Part::read)
                .list();
    }

    Worktime worktime(Question question, List<Part> parts) {
        List<Worktime.InState> presence = Period.ask(
                        database, "select advisor_id, since, left_at, state from presence_fact" + TOUCHING, question)
                .query(this::inState)
                .list();
        return new Worktime(parts, presence, clock.instant());
    }

    /** @return how many contacts each was given, in each interval */
    Map<Intervals.Span, Map<UUID, Long>> assignments(Question question, Intervals intervals) {
        Map<Intervals.Span, Map<UUID, Long>> given = new HashMap<>();
        Period.ask(database, """
            select a.advisor_id, a.at from assignment_fact a
            where a.at >= :from and a.at < :to and (:channel is null or a.channel = :channel)
              and (:domain is null and :language is null or exists (select 1 from contact_fact f
                where f.contact_id = a.contact_id and (:domain is null or f.domain = :domain)
                  and (:language is null or f.language = :language)))\
            """, question).query(row -> {
            given.computeIfAbsent(intervals.of(Columns.instant(row, "at")), span -> new HashMap<>())
                    .merge(Columns.uuid(row, "advisor_id"), 1L, Long::sum);
        });
        return given;
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

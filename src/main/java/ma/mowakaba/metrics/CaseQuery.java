package ma.mowakaba.metrics;

import java.util.List;
import ma.mowakaba.metrics.Scoreboard.Question;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases of a question: those opened in its period, and those open at the end of one of its intervals. */
@Component
class CaseQuery {

    private static final String OPENED = """
        select f.domain, f.channel, f.language, f.advisor_id, f.state, f.created_at, f.first_response_at, f.resolved_at,
          exists (select 1 from case_turn t where t.ticket_id = f.ticket_id and not t.finished) as reopened,
          f.requester_id is not null as known,
          f.resolved_at is not null
            and (select count(*) from case_contact c where c.ticket_id = f.ticket_id
              and c.at < f.resolved_at + interval 7 day) <= 1
            and (f.requester_id is null or not exists (
              select 1 from ticket_fact o join case_contact c on c.ticket_id = o.ticket_id
              where o.requester_id = f.requester_id and o.domain = f.domain and o.ticket_id <> f.ticket_id
                and c.at >= f.created_at and c.at < f.resolved_at + interval 7 day)) as first_contact
        from ticket_fact f where f.created_at >= :from and f.created_at < :to\
        """;

    /** Resolved for good before the first end, it was not open there; what was reopened since has its last resolution later. */
    private static final String BACKLOG = """
        select ticket_id, domain, channel, language, advisor_id, created_at,
          nullif(resolved_key, timestamp '9999-12-31 00:00:00') as resolved_at from ticket_fact
        where resolved_key >= :end and created_at < :to\
        """;

    private static final String AWAY = """
        select r.ticket_id, r.at as reopened_at,
          (select max(e.at) from case_turn e where e.ticket_id = r.ticket_id and e.finished and e.at <= r.at) as finished_at
        from case_turn r where not r.finished and r.at >= :end\
        """;

    private final JdbcClient database;

    CaseQuery(JdbcClient database) {
        this.database = database;
    }

    List<CaseSeen> opened(Question question) {
        return Period.ask(database, OPENED + Period.NARROWED, question)
                .query(CaseSeen::read)
                .list();
    }

    /** @param end of the first interval */
    List<Backlog.Open> open(Question question, java.time.Instant end) {
        return Period.ask(database, BACKLOG + Period.NARROWED, question)
                .param("end", ma.mowakaba.kernel.Columns.utc(end))
                .query(Backlog.Open::read)
                .list();
    }

    /** @return when cases that were opened again had been finished */
    List<Backlog.Away> away(java.time.Instant end) {
        return database.sql(AWAY)
                .param("end", ma.mowakaba.kernel.Columns.utc(end))
                .query(Backlog.Away::read)
                .list();
    }
}

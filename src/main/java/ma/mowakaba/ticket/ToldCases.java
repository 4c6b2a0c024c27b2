package ma.mowakaba.ticket;

import static ma.mowakaba.kernel.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which cases were told what, from the tables. */
@Repository
class ToldCases {

    private final JdbcClient sql;
    private final Directory directory;
    private final Clock clock;

    ToldCases(JdbcClient sql, Directory directory, Clock clock) {
        this.sql = sql;
        this.directory = directory;
        this.clock = clock;
    }

    List<Told.ToldCase> of(String slug, int before, Instant finishedSince) {
        return sql.sql("""
            select t.*, coalesce(s.state, t.state) as standing, told.version as told_version, told.told_at, r.how,
              r.at as again_at
            from (select coalesce(his.id, c.ticket_id) as ticket_id, max(c.version) as newest,
                max(if(c.version < :before, c.version, null)) as version,
                max(if(c.version < :before, c.told_at, null)) as told_at
              from case_told c left join ticket_merge m on m.ticket_id = c.ticket_id
              left join ticket his on his.id = m.surviving_id and his.requester_id = m.requester_id
              where c.slug = :slug group by 1 having version is not null) told
            join ticket t on t.id = told.ticket_id
            left join ticket_merge part on part.ticket_id = t.id left join ticket s on s.id = part.surviving_id
            left join case_recontact r on r.ticket_id = t.id and r.slug = :slug and r.version >= :before
            where (told.newest < :before or r.ticket_id is not null)
              and (coalesce(s.state, t.state) not in ('RESOLVED', 'CLOSED')
                or coalesce(s.resolved_at, t.resolved_at) >= :since)
            group by t.id order by told.told_at desc, t.id limit 500\
            """)
                .param("slug", slug)
                .param("before", before)
                .param("since", utc(finishedSince))
                .query(this::read)
                .list();
    }

    /** @return whether it is the first time */
    boolean first(TicketId ticket, Told.Renewal renewal, StaffId by) {
        return 1
                == sql.sql("""
                    insert ignore into case_recontact (ticket_id, slug, version, how, staff_id, at)
                    values (:ticket, :slug, :version, :how, :by, :now)\
                    """)
                        .param("ticket", ticket.value())
                        .param("slug", renewal.slug())
                        .param("version", renewal.version())
                        .param("how", renewal.how().name())
                        .param("by", by.value())
                        .param("now", utc(Columns.now(clock)))
                        .update();
    }

    private Told.ToldCase read(ResultSet row, int number) throws SQLException {
        Optional<PersonId> requester = Columns.maybeUuid(row, "requester_id").map(PersonId::new);
        Optional<Instant> again = Columns.maybeInstant(row, "again_at");
        String how = row.getString("how");
        return new Told.ToldCase(
                new TicketId(Columns.uuid(row, "id")),
                new TicketNumber(row.getString("number")),
                TicketState.valueOf(row.getString("standing")),
                new DomainCode(row.getString("domain")),
                Language.valueOf(row.getString("language")),
                Channel.valueOf(row.getString("channel")),
                Columns.maybeUuid(row, "advisor_id").map(StaffId::new),
                row.getInt("told_version"),
                Columns.instant(row, "told_at"),
                requester
                        .map(directory::emails)
                        .filter(known -> !known.isEmpty())
                        .isPresent(),
                again.map(at -> new Told.Recontact(Told.How.valueOf(how), at)));
    }
}

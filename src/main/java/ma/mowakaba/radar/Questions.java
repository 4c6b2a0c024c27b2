package ma.mowakaba.radar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Ids;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.ticket.TicketId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The questions without a good answer. */
@Repository
class Questions {

    private final JdbcClient sql;
    private final RadarSettings settings;
    private final Clock clock;

    Questions(JdbcClient sql, RadarSettings settings, Clock clock) {
        this.sql = sql;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param need empty until it was sorted */
    record Stored(UUID id, String text, Optional<UUID> need) {}

    /** The same source asked again in other words: the last words count, and are sorted anew. */
    void note(GapRadar.Asked asked, String text, Language language, String domain) {
        UUID id = Ids.next(clock.millis());
        sql.sql("""
            insert into gap_question (id, origin, source, asked_on, text, language, domain, ticket_id)
            values (:id, :origin, :source, :day, :text, :language, :domain, :ticket)
            on duplicate key update need_id = if(text = values(text), need_id, null), text = values(text),
              language = values(language), domain = values(domain)\
            """)
                .param("id", id)
                .param("origin", asked.origin().name())
                .param("source", asked.source().orElseGet(id::toString))
                .param("day", today())
                .param("text", text)
                .param("language", language.code())
                .param("domain", domain)
                .param("ticket", asked.ticket().map(TicketId::value).orElse(null))
                .update();
    }

    void forget(GapRadar.Asked asked) {
        asked.source()
                .ifPresent(source -> sql.sql("delete from gap_question where origin = :origin and source = :source")
                        .param("origin", asked.origin().name())
                        .param("source", source)
                        .update());
    }

    /** @return in the order in which they came */
    List<Stored> all() {
        return sql.sql("select id, text, need_id from gap_question order by id")
                .query(Questions::stored)
                .list();
    }

    boolean anyUnsorted() {
        return sql.sql("select exists (select 1 from gap_question where need_id is null)")
                .query(Boolean.class)
                .single();
    }

    void sort(UUID question, UUID need) {
        sql.sql("update gap_question set need_id = :need where id = :id")
                .param("need", need)
                .param("id", question)
                .update();
    }

    void moveAll(UUID from, UUID to) {
        sql.sql("update gap_question set need_id = :to where need_id = :from")
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** @return cases of questions of the last days, of which the work may still grow */
    Set<TicketId> casesSince(LocalDate day) {
        return Set.copyOf(
                sql.sql("select distinct ticket_id from gap_question where ticket_id is not null and asked_on >= :day")
                        .param("day", day)
                        .query((row, number) -> new TicketId(Columns.uuid(row, "ticket_id")))
                        .list());
    }

    void worked(TicketId ticket, Duration work) {
        sql.sql("update gap_question set seconds = :seconds where ticket_id = :ticket and seconds <> :seconds")
                .param("seconds", work.toSeconds())
                .param("ticket", ticket.value())
                .update();
    }

    void forgetOld() {
        sql.sql("delete from gap_question where asked_on < :day")
                .param("day", today().minusDays(settings.keep().toDays()))
                .update();
        sql.sql("""
            delete from gap_question where id < (select min(id) from
              (select id from gap_question order by id desc limit :most) newest)\
            """).param("most", settings.most()).update();
    }

    /** @return up to when cases were looked at */
    Optional<Instant> looked() {
        return sql.sql("select at from gap_progress where name = 'cases'")
                .query((row, number) -> Columns.instant(row, "at"))
                .optional();
    }

    void looked(Instant at) {
        sql.sql("insert into gap_progress (name, at) values ('cases', :at) on duplicate key update at = values(at)")
                .param("at", Columns.utc(at))
                .update();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(Columns.uuid(row, "id"), row.getString("text"), Columns.maybeUuid(row, "need_id"));
    }
}

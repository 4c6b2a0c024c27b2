package ma.mowakaba.radar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The needs, as they are read and moved. */
@Repository
class Needs {

    private static final int WEEKS = 8;
    private static final int EXAMPLES = 8;
    private static final String COUNTED = """
        select n.*, q.count, q.cases, q.last, coalesce(w.seconds, 0) as seconds,
          (select domain from gap_question where need_id = n.id group by domain order by count(*) desc, domain limit 1) as domain
        from gap_need n
        join (select need_id, count(*) as count, count(distinct ticket_id) as cases, max(asked_on) as last
          from gap_question group by need_id) q on q.need_id = n.id
        left join (select need_id, sum(seconds) as seconds from
          (select distinct need_id, ticket_id, seconds from gap_question where ticket_id is not null) once
          group by need_id) w on w.need_id = n.id\
        """;

    private final JdbcClient sql;
    private final Questions questions;
    private final Clock clock;

    Needs(JdbcClient sql, Questions questions, Clock clock) {
        this.sql = sql;
        this.questions = questions;
        this.clock = clock;
    }

    List<GapRadar.Need> in(GapRadar.State state) {
        return sql.sql(COUNTED + " where n.state = :state order by seconds desc, count desc, n.id limit 300")
                .param("state", state.name())
                .query(this::read)
                .list();
    }

    GapRadar.Need one(UUID id) {
        return sql.sql(COUNTED + " where n.id = :id")
                .param("id", id)
                .query(this::read)
                .optional()
                .orElseThrow(() -> Problem.notFound("gap.unknown"));
    }

    void move(UUID id, GapRadar.State state, String by) {
        int moved = sql.sql("update gap_need set state = :state, came_back = 0, changed_by = :by, changed_at = :now"
                        + " where id = :id")
                .param("state", state.name())
                .param("by", by)
                .param("now", Columns.utc(Columns.now(clock)))
                .param("id", id)
                .update();
        if (moved == 0) {
            throw Problem.notFound("gap.unknown");
        }
    }

    /** A need that was done and is asked for again is open again. */
    void keep(UUID id, String label, boolean asked) {
        sql.sql("""
            insert into gap_need (id, label, state, came_back) values (:id, :label, 'OPEN', 0)
            on duplicate key update label = values(label), came_back = if(:asked and state = 'DONE', 1, came_back),
              state = if(:asked and state = 'DONE', 'OPEN', state)\
            """).param("id", id).param("label", label).param("asked", asked).update();
    }

    /** @return whether nobody has decided anything about it */
    boolean untouched(UUID id) {
        return sql.sql("select not exists (select 1 from gap_need where id = :id and changed_at is not null)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void removeEmpty() {
        sql.sql("delete from gap_need where not exists (select 1 from gap_question q where q.need_id = gap_need.id)")
                .update();
    }

    private GapRadar.Need read(ResultSet row, int number) throws SQLException {
        UUID id = Columns.uuid(row, "id");
        return new GapRadar.Need(
                id,
                row.getString("label"),
                GapRadar.State.valueOf(row.getString("state")),
                new DomainCode(row.getString("domain")),
                row.getInt("count"),
                row.getInt("cases"),
                Duration.ofSeconds(row.getLong("seconds")),
                weeks(id),
                row.getObject("last", LocalDate.class),
                row.getBoolean("came_back"),
                examples(id),
                Optional.ofNullable(row.getString("changed_by")),
                Columns.maybeInstant(row, "changed_at"));
    }

    private List<Integer> weeks(UUID id) {
        List<Integer> weeks = new ArrayList<>(Collections.nCopies(WEEKS, 0));
        sql.sql("select floor(datediff(:today, asked_on) / 7) as ago, count(*) as count from gap_question"
                        + " where need_id = :id and asked_on > :today - interval :days day group by ago")
                .param("today", questions.today())
                .param("id", id)
                .param("days", WEEKS * 7)
                .query(row -> {
                    int ago = row.getInt("ago");
                    if (ago >= 0 && ago < WEEKS) {
                        weeks.set(WEEKS - 1 - ago, row.getInt("count"));
                    }
                });
        return weeks;
    }

    /** @return the latest wordings, of each language and script in turn */
    private List<GapRadar.Example> examples(UUID id) {
        Map<String, List<GapRadar.Example>> byWriting = new LinkedHashMap<>();
        sql.sql("select text, language, origin, max(asked_on) as asked_on from gap_question where need_id = :id"
                        + " group by text, language, origin order by max(id) desc limit 60")
                .param("id", id)
                .query((row, number) -> new GapRadar.Example(
                        row.getString("text"),
                        Language.of(row.getString("language")),
                        GapRadar.Origin.valueOf(row.getString("origin")),
                        row.getObject("asked_on", LocalDate.class)))
                .list()
                .forEach(example -> byWriting
                        .computeIfAbsent(writing(example), first -> new ArrayList<>())
                        .add(example));
        List<GapRadar.Example> shown = new ArrayList<>();
        for (int turn = 0; turn < EXAMPLES; turn++) {
            int at = turn;
            byWriting.values().stream().filter(same -> same.size() > at).forEach(same -> shown.add(same.get(at)));
        }
        return shown.stream().limit(EXAMPLES).toList();
    }

    private static String writing(GapRadar.Example example) {
        boolean arabic = example.text()
                .codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
        return example.language().code() + arabic;
    }
}

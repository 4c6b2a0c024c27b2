package ma.mowakaba.ticket;

import static ma.mowakaba.kernel.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.mowakaba.kb.Library;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How well cases were sorted, counted week by week. */
@Repository
class SortingWeeks {

    /** Confidence from which a band begins; below the first the classifier leaves the case to a person. */
    private static final List<Double> BANDS = List.of(0.0, Library.Classification.SURE_ENOUGH, 0.5, 0.65, 0.8, 1.0);

    /** The number of a confidence's band, in the words of the database. */
    private static final String BAND = BANDS.subList(1, BANDS.size() - 1).stream()
            .map(from -> "(s.confidence >= " + from + ")")
            .collect(Collectors.joining(" + "));

    private static final int SHOWN = 12;
    /** Weeks of which cases may still be moved or answered. */
    private static final int RUNNING = 8;

    private final JdbcClient sql;
    private final Clock clock;

    SortingWeeks(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Count(LocalDate monday, int band, int cases, int moved, int kept) {}

    /** Reads first and writes after, so that no mail waits for the counting. */
    void count() {
        List<Count> counts = sql.sql("""
            select date(s.sorted_at) - interval weekday(s.sorted_at) day as monday,
              %s as band,
              count(*) as cases, sum(coalesce(s.meant, s.said) <> s.said) as moved,
              sum(coalesce(s.meant, s.said) = s.said
                and (t.first_response_at is not null or t.resolved_at is not null and t.merged_into is null)) as kept
            from case_sorting s join ticket t on t.id = s.ticket_id
            where s.sorted_at >= :since group by monday, band\
            """.formatted(BAND))
                .param("since", utc(weeksAgo(RUNNING).atStartOfDay().toInstant(ZoneOffset.UTC)))
                .query(SortingWeeks::read)
                .list();
        counts.forEach(this::keep);
    }

    List<SortedCases.Week> weeks() {
        return sql.sql("""
            select monday, sum(cases) as cases, sum(if(band = 0, cases, 0)) as unsure,
              sum(if(band > 0, moved, 0)) as moved, sum(if(band > 0, kept, 0)) as kept
            from sorting_week where monday >= :since group by monday order by monday\
            """)
                .param("since", weeksAgo(SHOWN - 1))
                .query((row, number) -> new SortedCases.Week(
                        row.getObject("monday", LocalDate.class),
                        row.getInt("cases"),
                        row.getInt("unsure"),
                        row.getInt("moved"),
                        row.getInt("kept")))
                .list();
    }

    List<SortedCases.Band> bands() {
        List<Count> counts = sql.sql("""
            select max(monday) as monday, band, sum(cases) as cases, sum(moved) as moved, sum(kept) as kept
            from sorting_week where monday >= :since group by band\
            """)
                .param("since", weeksAgo(SHOWN - 1))
                .query(SortingWeeks::read)
                .list();
        return IntStream.range(0, BANDS.size() - 1)
                .mapToObj(band -> band(band, counts))
                .toList();
    }

    private static SortedCases.Band band(int band, List<Count> counts) {
        Count count = counts.stream()
                .filter(one -> one.band == band)
                .findFirst()
                .orElse(new Count(LocalDate.EPOCH, band, 0, 0, 0));
        return new SortedCases.Band(BANDS.get(band), BANDS.get(band + 1), count.cases, count.moved, count.kept);
    }

    private void keep(Count count) {
        sql.sql("""
            insert into sorting_week (monday, band, cases, moved, kept) values (:monday, :band, :cases, :moved, :kept)
            on duplicate key update cases = values(cases), moved = values(moved), kept = values(kept)\
            """)
                .param("monday", count.monday)
                .param("band", count.band)
                .param("cases", count.cases)
                .param("moved", count.moved)
                .param("kept", count.kept)
                .update();
    }

    private LocalDate weeksAgo(int weeks) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(weeks);
    }

    private static Count read(ResultSet row, int number) throws SQLException {
        return new Count(
                row.getObject("monday", LocalDate.class),
                row.getInt("band"),
                row.getInt("cases"),
                row.getInt("moved"),
                row.getInt("kept"));
    }
}

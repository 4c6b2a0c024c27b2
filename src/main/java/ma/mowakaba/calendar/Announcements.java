package ma.mowakaba.calendar;

import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import ma.mowakaba.kernel.Columns;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.event.TransactionalEventListener;

/** What was announced, read again every half minute since another node may have stored it. */
@Repository
class Announcements {

    static final Known UNKNOWN = new Known(Instant.MIN, Map.of(), Map.of());
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Known known = UNKNOWN;
    private volatile long forgotten;

    Announcements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record FeastYear(int hijriYear, Feast feast) {}

    /** @param closings names by day */
    record Known(Instant readAt, Map<FeastYear, LocalDate> feasts, Map<LocalDate, String> closings) {

        boolean sameAs(Known other) {
            return this == other || feasts.equals(other.feasts) && closings.equals(other.closings);
        }
    }

    Known known() {
        Known last = known;
        Instant now = clock.instant();
        if (last != UNKNOWN && Duration.between(last.readAt(), now).abs().compareTo(FRESH) < 0) {
            return last;
        }
        long before = forgotten;
        Known read = read(now);
        remember(read, before);
        return read;
    }

    /** Unless something was announced while it was read. */
    private synchronized void remember(Known read, long before) {
        if (forgotten == before) {
            known = read;
        }
    }

    void confirm(int hijriYear, Feast feast, LocalDate firstDay) {
        jdbc.sql("insert into calendar_feast (hijri_year, feast, first_day, confirmed_at) values (?, ?, ?, ?)"
                        + " on duplicate key update first_day = values(first_day), confirmed_at = values(confirmed_at)")
                .params(hijriYear, feast.name(), Date.valueOf(firstDay), Columns.utc(clock.instant()))
                .update();
        forget();
    }

    void close(LocalDate day, String name) {
        jdbc.sql("insert into calendar_closing (day, name) values (?, ?) on duplicate key update name = values(name)")
                .params(Date.valueOf(day), name)
                .update();
        forget();
    }

    void reopen(LocalDate day) {
        jdbc.sql("delete from calendar_closing where day = ?")
                .param(Date.valueOf(day))
                .update();
        forget();
    }

    /** Also when it is committed, since somebody may have read in between. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @TransactionalEventListener(fallbackExecution = true)
    void changed(CalendarChanged event) {
        forget();
    }

    private synchronized void forget() {
        forgotten++;
        known = UNKNOWN;
    }

    private Known read(Instant now) {
        Map<FeastYear, LocalDate> feasts = new HashMap<>();
        jdbc.sql("select hijri_year, feast, first_day from calendar_feast").query(row -> {
            FeastYear which = new FeastYear(row.getInt("hijri_year"), Feast.valueOf(row.getString("feast")));
            feasts.put(which, row.getObject("first_day", LocalDate.class));
        });
        Map<LocalDate, String> closings = new HashMap<>();
        jdbc.sql("select day, name from calendar_closing").query(row -> {
            closings.put(row.getObject("day", LocalDate.class), row.getString("name"));
        });
        return new Known(now, feasts, closings);
    }
}

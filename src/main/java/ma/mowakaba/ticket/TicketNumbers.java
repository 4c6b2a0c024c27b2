package ma.mowakaba.ticket;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers of cases: a sequence of the database for each year. No lock lasts until a commit, no number comes twice; a refused case
 * leaves a gap.
 */
@Component
class TicketNumbers {
    private final JdbcClient sql;
    private final TransactionTemplate apart;
    private final Set<Integer> years = ConcurrentHashMap.newKeySet();

    TicketNumbers(JdbcClient sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param zone whose new year begins a new row of numbers */
    TicketNumber next(Instant at, ZoneId zone) {
        int year = at.atZone(zone).getYear();
        if (!years.contains(year)) {
            begin(year);
        }
        long next = sql.sql("select next value for " + sequence(year))
                .query(Long.class)
                .single();
        return new TicketNumber(String.format(Locale.ROOT, "%d-%06d", year, next));
    }

    /** Defining a sequence commits; the case being opened must not be. */
    private void begin(int year) {
        apart.executeWithoutResult(
                status -> sql.sql("create sequence if not exists " + sequence(year) + " start with 1 cache 20")
                        .update());
        years.add(year);
    }

    private static String sequence(int year) {
        return "ticket_number_" + year;
    }
}

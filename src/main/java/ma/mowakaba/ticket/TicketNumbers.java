package ma.mowakaba.ticket;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers of cases: a sequence of the database for each year, of which a node draws some at once. No lock lasts until a commit, no number comes twice; a
 * refused case and a node that ends leave a gap.
 */
@Component
class TicketNumbers {
    private static final int AT_ONCE = 10;

    private final JdbcClient sql;
    private final TransactionTemplate apart;
    private final Map<Integer, Queue<Long>> years = new ConcurrentHashMap<>();

    TicketNumbers(JdbcClient sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param zone whose new year begins a new row of numbers */
    TicketNumber next(Instant at, ZoneId zone) {
        int year = at.atZone(zone).getYear();
        @Nullable Queue<Long> drawn = years.get(year);
        if (drawn == null) {
            drawn = begin(year);
        }
        @Nullable Long next = drawn.poll();
        return new TicketNumber(String.format(Locale.ROOT, "%d-%06d", year, next == null ? draw(year, drawn) : next));
    }

    /** @return one number; the others are for those who come next */
    private long draw(int year, Queue<Long> drawn) {
        List<Long> fresh = sql.sql("select next value for " + sequence(year) + " from seq_1_to_" + AT_ONCE)
                .query(Long.class)
                .list();
        drawn.addAll(fresh.subList(1, fresh.size()));
        return fresh.getFirst();
    }

    /** Defining a sequence commits; the case being opened must not be. */
    private Queue<Long> begin(int year) {
        apart.executeWithoutResult(
                status -> sql.sql("create sequence if not exists " + sequence(year) + " start with 1 cache 20")
                        .update());
        return years.computeIfAbsent(year, any -> new ConcurrentLinkedQueue<>());
    }

    private static String sequence(int year) {
        return "ticket_number_" + year;
    }
}

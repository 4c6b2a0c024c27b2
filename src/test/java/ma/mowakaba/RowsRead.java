package ma.mowakaba;

import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How many rows the database reads for what is asked of it, of tables and of indexes, by its own count. */
public final class RowsRead {

    private static final String COUNT =
            "select sum(variable_value) from information_schema.session_status where variable_name like"
                    + " 'HANDLER_READ%'";

    private RowsRead() {}

    /** @param asked what joins a transaction of this thread, and so the connection whose rows are counted */
    public static long by(JdbcClient jdbc, PlatformTransactionManager transactions, Runnable asked) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(open -> {
            // to look costs rows too
            long first = count(jdbc);
            long before = count(jdbc);
            asked.run();
            return count(jdbc) - before - (before - first);
        }));
    }

    private static long count(JdbcClient jdbc) {
        return jdbc.sql(COUNT).query(Long.class).single();
    }
}

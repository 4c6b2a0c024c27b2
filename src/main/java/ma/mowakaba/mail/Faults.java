package ma.mowakaba.mail;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Which failures pass by themselves. */
final class Faults {

    /** Server shutting down, connection killed, disk full, lock wait, deadlock, read-only. */
    private static final Set<Integer> PASSING = Set.of(1021, 1053, 1205, 1213, 1290, 1317, 1927, 3024);

    private Faults() {}

    /** @return whether another transaction was in the way, so that the same again at once may succeed */
    static boolean overtaken(RuntimeException e) {
        return e instanceof DuplicateKeyException
                || e instanceof PessimisticLockingFailureException
                || e instanceof OptimisticLockingFailureException;
    }

    /** @return whether the database is away, full or being restarted */
    static boolean away(Throwable e) {
        return causes(e).anyMatch(cause -> switch (cause) {
            case CannotCreateTransactionException none -> true;
            case SQLTransientException passing -> true;
            case SQLRecoverableException lost -> true;
            case SQLException sql -> state(sql).startsWith("08") || PASSING.contains(sql.getErrorCode());
            default -> false;
        });
    }

    private static String state(SQLException e) {
        return String.valueOf(e.getSQLState());
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}

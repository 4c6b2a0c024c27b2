package ma.mowakaba.mail;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import ma.mowakaba.kernel.Causes;
import ma.mowakaba.kernel.NoRoom;
import org.hibernate.TransactionException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Which failures pass by themselves. */
final class Faults {

    /** Server shutting down, connection killed, lock wait, deadlock, read-only. */
    private static final Set<Integer> PASSING = Set.of(1053, 1205, 1213, 1290, 1317, 1927, 3024);

    private Faults() {}

    /** @return whether another transaction was in the way, so that the same again at once may succeed */
    static boolean overtaken(RuntimeException e) {
        return e instanceof DuplicateKeyException
                || e instanceof PessimisticLockingFailureException
                || e instanceof OptimisticLockingFailureException;
    }

    /** @return whether the database is away, full or being restarted */
    static boolean away(Throwable e) {
        return NoRoom.behind(e)
                || Causes.of(e).anyMatch(cause -> switch (cause) {
                    case CannotCreateTransactionException none -> true;
                    // a transaction that could not even be rolled back hides what broke it: the connection
                    case TransactionException broken -> true;
                    case SQLTransientException passing -> true;
                    case SQLRecoverableException lost -> true;
                    case SQLException sql -> passing(sql);
                    default -> false;
                });
    }

    private static boolean passing(SQLException e) {
        return String.valueOf(e.getSQLState()).startsWith("08") || PASSING.contains(e.getErrorCode());
    }
}

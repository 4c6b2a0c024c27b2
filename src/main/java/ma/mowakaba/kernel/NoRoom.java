package ma.mowakaba.kernel;

import java.sql.SQLException;
import java.util.Set;

/** The database has no room for what is to be written: it passes when somebody makes room. */
public final class NoRoom {

    /**
     * A file that cannot be written, a full disk, and "the table is full", which is what InnoDB says of a full disk.
     */
    private static final Set<Integer> ERRORS = Set.of(3, 1021, 1026, 1114);

    private NoRoom() {}

    /** @return whether that is what is behind a failure */
    public static boolean behind(Throwable e) {
        return Causes.of(e).anyMatch(cause -> cause instanceof SQLException sql && ERRORS.contains(sql.getErrorCode()));
    }
}

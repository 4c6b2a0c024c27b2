package ma.mowakaba.telephony;

import java.sql.SQLException;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where facts about calls come in, from the live link and from the journal alike. The facts of one call are taken in one transaction under
 * its lock; each may have been here before.
 */
@Component
class CallDesk implements CallKeeper {

    private static final int TRIES = 6;
    private static final int CHANGED_SINCE_READ = 1020;

    private final CallStory story;
    private final TransactionTemplate transaction;

    CallDesk(CallStory story, TransactionTemplate transaction) {
        this.story = story;
        this.transaction = transaction;
    }

    /** Two workers that wait for each other try again. */
    @Override
    public void take(String linkedid, List<CallFact> facts) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> story.tell(linkedid, facts));
                return;
            } catch (DataAccessException e) {
                if (attempt == TRIES || !passes(e)) {
                    throw e;
                }
            }
        }
    }

    /** A deadlock, or MariaDB's "record has changed since last read", is over when it is tried again. */
    private static boolean passes(DataAccessException failure) {
        return failure instanceof TransientDataAccessException
                || failure.getMostSpecificCause() instanceof SQLException cause
                        && cause.getErrorCode() == CHANGED_SINCE_READ;
    }
}

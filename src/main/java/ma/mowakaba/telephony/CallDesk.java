package ma.mowakaba.telephony;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
    private static final int LATELY = 2_000;

    private final CallStory story;
    private final TransactionTemplate transaction;
    private final Map<String, CallSoFar> lately = new LinkedHashMap<>(LATELY, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CallSoFar> eldest) {
            return size() > LATELY;
        }
    };

    CallDesk(CallStory story, TransactionTemplate transaction) {
        this.story = story;
        this.transaction = transaction;
    }

    /** What this node has stored already is not looked up again. Two workers that wait for each other try again. */
    @Override
    public void take(String linkedid, List<CallFact> facts) {
        Optional<CallSoFar> before = remembered(linkedid);
        List<CallFact> news = facts.stream()
                .filter(fact -> before.filter(call -> call.knows(fact)).isEmpty())
                .toList();
        if (!news.isEmpty()) {
            tell(linkedid, news, before).ifPresent(call -> remember(linkedid, call));
        }
    }

    private Optional<CallSoFar> remembered(String linkedid) {
        synchronized (lately) {
            return Optional.ofNullable(lately.get(linkedid));
        }
    }

    private void remember(String linkedid, CallSoFar call) {
        synchronized (lately) {
            lately.put(linkedid, call);
        }
    }

    /**
     * The beginning is stored in a transaction of its own: one that looked for the call before it was there would not see the part that another
     * gave it meanwhile.
     */
    private Optional<CallSoFar> tell(String linkedid, List<CallFact> facts, Optional<CallSoFar> before) {
        Optional<CallSoFar> known = before;
        if (before.isEmpty()) {
            Optional<CallFact.Arrived> beginning = beginning(facts);
            if (beginning.isEmpty() && !story.knows(linkedid)) {
                return Optional.empty();
            }
            known = beginning.flatMap(arrived -> attempt(() -> story.arrived(arrived)));
        }
        List<LegRow> legs = known.map(CallSoFar::legs).orElse(List.of());
        return known.filter(call -> facts.stream().allMatch(call::knows))
                .or(() -> attempt(() -> story.tell(linkedid, facts, legs)));
    }

    private static Optional<CallFact.Arrived> beginning(List<CallFact> facts) {
        return facts.stream()
                .filter(CallFact.Arrived.class::isInstance)
                .map(CallFact.Arrived.class::cast)
                .findFirst();
    }

    private Optional<CallSoFar> attempt(Supplier<Optional<CallSoFar>> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> work.get());
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

package ma.mowakaba.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Programs show their token with every request: whose it is is kept for some seconds. A change is known at once on the node that makes it, on others when
 * the time is over; a token that is not valid is never kept.
 */
@Component
class KnownTokens {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int AT_MOST = 1_000;

    private final Clock clock;
    private final Map<String, Known> known = new HashMap<>();
    private long changes;

    KnownTokens(Clock clock) {
        this.clock = clock;
    }

    /** Published inside the transaction that stores it. */
    record Changed() {}

    private record Known(ApiTokens.Client client, Instant at) {

        /** A clock that is set back keeps nobody for longer. */
        boolean isFresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
        }
    }

    /** @param read asks the database, outside of any lock */
    Optional<ApiTokens.Client> get(String hash, Supplier<Optional<ApiTokens.Client>> read) {
        Instant now = clock.instant();
        long before;
        synchronized (this) {
            @Nullable Known last = known.get(hash);
            if (last != null && last.isFresh(now)) {
                return Optional.of(last.client());
            }
            before = changes;
        }
        Optional<ApiTokens.Client> found = read.get();
        found.ifPresent(client -> keep(hash, new Known(client, now), before));
        return found;
    }

    /** What was read while a token changed may be the old one. */
    private synchronized void keep(String hash, Known fresh, long before) {
        if (before == changes) {
            if (known.size() >= AT_MOST) {
                known.clear();
            }
            known.put(hash, fresh);
        }
    }

    /** Whoever asks within the transaction sees the change; whoever read before it ended may have kept the old. */
    @EventListener
    void changing(Changed event) {
        forget();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
    void changed(Changed event) {
        forget();
    }

    private synchronized void forget() {
        known.clear();
        changes++;
    }
}

package ma.mowakaba.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Accounts change seldom and are asked for with every event of a call: what was read is kept for some seconds. A change is known at once on the
 * node that makes it, on others when the time is over.
 */
@Component
class KnownAccounts {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int AT_MOST = 5_000;

    private final Reader reader;
    private final Clock clock;
    private final Map<Object, Known> known = new LinkedHashMap<>();
    private long changes;

    KnownAccounts(Reader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    private record Known(Optional<Advisor> account, Instant at) {}

    Optional<Advisor> get(StaffId id) {
        return look(id, () -> reader.get(id));
    }

    Optional<Advisor> byExtension(String extension) {
        return look(extension, () -> reader.byExtension(extension));
    }

    private Optional<Advisor> look(Object key, Supplier<Optional<Advisor>> read) {
        Instant now = clock.instant();
        long before;
        synchronized (known) {
            before = changes;
            Known last = known.get(key);
            if (last != null && Duration.between(last.at(), now).compareTo(FRESH) < 0) {
                return last.account();
            }
        }
        Optional<Advisor> account = read.get();
        synchronized (known) {
            if (known.size() >= AT_MOST) {
                known.clear();
            }
            // what was read while an account changed may be the old one
            if (before == changes) {
                known.put(key, new Known(account, now));
            }
        }
        return account;
    }

    /** Whoever asks within the transaction sees the change; whoever read before it ended may have kept the old. */
    @EventListener
    void changing(AccountChanged event) {
        forget();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
    void changed(AccountChanged event) {
        forget();
    }

    private void forget() {
        synchronized (known) {
            known.clear();
            changes++;
        }
    }

    /** Reads accounts, with their skills and roles, in a transaction of its own where there is none. */
    @Component
    @Transactional(readOnly = true)
    static class Reader {

        private final AccountRows rows;

        Reader(AccountRows rows) {
            this.rows = rows;
        }

        Optional<Advisor> get(StaffId id) {
            return rows.findById(id.value()).map(Account::advisor);
        }

        Optional<Advisor> byExtension(String extension) {
            return rows.findByExtensionAndDisabledAtIsNull(extension).map(Account::advisor);
        }
    }
}

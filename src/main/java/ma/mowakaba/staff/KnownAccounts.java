package ma.mowakaba.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Accounts change seldom and are asked for with every event of a call: all are read at once and kept for some seconds. A change is known at once on the
 * node that makes it, on others when the time is over.
 */
@Component
class KnownAccounts {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int AT_MOST = 5_000;
    private static final Known NOTHING = new Known(List.of(), Map.of(), Instant.EPOCH);

    private final Reader reader;
    private final Clock clock;
    private Known known = NOTHING;
    private boolean reading;
    private long changes;

    KnownAccounts(Reader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** @param all by name @param accounts by id and by extension; empty for one that is known not to be there */
    private record Known(List<Advisor> all, Map<Object, Optional<Advisor>> accounts, Instant at) {}

    List<Advisor> all() {
        return known().all();
    }

    Optional<Advisor> get(StaffId id) {
        return look(id, () -> reader.get(id));
    }

    Optional<Advisor> byExtension(String extension) {
        return look(extension, () -> reader.byExtension(extension));
    }

    /** Who is not among those that were read at once may be disabled, or nobody. */
    private Optional<Advisor> look(Object key, Supplier<Optional<Advisor>> read) {
        Known last = known();
        @Nullable Optional<Advisor> account = last.accounts().get(key);
        if (account != null) {
            return account;
        }
        Optional<Advisor> found = read.get();
        synchronized (this) {
            if (last == known && last.accounts().size() < AT_MOST) {
                last.accounts().put(key, found);
            }
        }
        return found;
    }

    /** While one reads them again, others go on with what they have; nobody holds a lock while he reads. */
    private Known known() {
        Instant now = clock.instant();
        long before;
        synchronized (this) {
            boolean fresh = Duration.between(known.at(), now).compareTo(FRESH) < 0;
            if (known != NOTHING && (fresh || reading)) {
                return known;
            }
            reading = true;
            before = changes;
        }
        try {
            List<Advisor> all = reader.all();
            return keep(new Known(all, byKeys(all), now), before);
        } finally {
            synchronized (this) {
                reading = false;
            }
        }
    }

    /** What was read while an account changed may be the old one. */
    private synchronized Known keep(Known fresh, long before) {
        if (before == changes) {
            known = fresh;
        }
        return fresh;
    }

    private static Map<Object, Optional<Advisor>> byKeys(List<Advisor> accounts) {
        Map<Object, Optional<Advisor>> keys = new ConcurrentHashMap<>();
        for (Advisor account : accounts) {
            keys.put(account.id(), Optional.of(account));
            account.extension().ifPresent(extension -> keys.put(extension, Optional.of(account)));
        }
        return keys;
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

    private synchronized void forget() {
        known = NOTHING;
        changes++;
    }

    /** Reads accounts, with their skills and roles, in a transaction of its own where there is none. */
    @Component
    @Transactional(readOnly = true)
    static class Reader {

        private final AccountRows rows;

        Reader(AccountRows rows) {
            this.rows = rows;
        }

        List<Advisor> all() {
            return rows.findByDisabledAtIsNullOrderByName().stream()
                    .map(Account::advisor)
                    .toList();
        }

        Optional<Advisor> get(StaffId id) {
            return rows.findById(id.value()).map(Account::advisor);
        }

        Optional<Advisor> byExtension(String extension) {
            return rows.findByExtensionAndDisabledAtIsNull(extension).map(Account::advisor);
        }
    }
}

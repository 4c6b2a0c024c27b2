package ma.mowakaba.contact;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The contacts that a transaction has read. It would see nothing else if it read again, but for what it wrote itself: several modules ask for the same
 * contact while one fact is stored.
 */
final class ReadContacts implements TransactionSynchronization {

    private final Map<ContactId, Contact> contacts = new HashMap<>();
    private boolean over;

    /** Outside a transaction, and when it is over, it is always read. */
    static Optional<Contact> get(ContactId id, Function<ContactId, Optional<Contact>> read) {
        if (!inTransaction()) {
            return read.apply(id);
        }
        ReadContacts own = own();
        Optional<Contact> known = Optional.ofNullable(own.contacts.get(id));
        if (known.isPresent()) {
            return known;
        }
        Optional<Contact> found = read.apply(id);
        found.filter(contact -> !own.over).ifPresent(contact -> own.contacts.put(id, contact));
        return found;
    }

    static void changed(ContactId id) {
        if (inTransaction()) {
            own().contacts.remove(id);
        }
    }

    @Override
    public void beforeCompletion() {
        over = true;
        contacts.clear();
    }

    private static boolean inTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive();
    }

    private static ReadContacts own() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(ReadContacts.class::isInstance)
                .map(ReadContacts.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    ReadContacts fresh = new ReadContacts();
                    TransactionSynchronizationManager.registerSynchronization(fresh);
                    return fresh;
                });
    }
}

package ma.mowakaba.mail;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores the bytes of a mail durably before anything is done with them. */
@Component
class Vault {

    private final RawMails raws;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Vault(RawMails raws, PlatformTransactionManager transactions, Clock clock) {
        this.raws = raws;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @param known what became of the same bytes before; empty when they are new */
    record Stored(UUID id, Optional<RawMail> known) {}

    /** Returns after the commit. */
    Stored store(byte[] raw, String source) {
        UUID id = Ids.next(clock.millis());
        try {
            insert(id, raw, source);
            return new Stored(id, Optional.empty());
        } catch (DuplicateKeyException again) {
            RawMail known = raws.sameBytes(raw).orElseThrow(() -> again);
            return new Stored(known.id(), Optional.of(known));
        }
    }

    /** One statement is a transaction by itself; several need one. */
    private void insert(UUID id, byte[] raw, String source) {
        if (RawMails.inParts(raw)) {
            transaction.executeWithoutResult(status -> raws.insert(id, raw, source, Columns.now(clock)));
        } else {
            raws.insert(id, raw, source, Columns.now(clock));
        }
    }
}

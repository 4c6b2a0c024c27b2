package ma.mowakaba.telephony;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the exchange's files: their lines and how far they were read are stored in one transaction, and only then told to the desk. One node
 * reads at a time; whatever was down, it goes on where it was.
 */
@Component
class JournalFollower {

    private static final Logger log = LoggerFactory.getLogger(JournalFollower.class);
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final List<Followed> files = new ArrayList<>();
    private final JournalStore store;
    private final JournalTeller teller;
    private final TransactionTemplate transaction;
    private final LockProvider locks;
    private final Clock clock;
    private boolean untold = true;

    /** A file, and what it was like when this node last read it to its end. */
    private static final class Followed {

        private final JournalLine.Source source;
        private final JournalFile file;
        private JournalFile.Position seen = JournalFile.Position.START;

        Followed(JournalLine.Source source, JournalFile file) {
            this.source = source;
            this.file = file;
        }
    }

    JournalFollower(
            TelephonySettings settings,
            JournalStore store,
            JournalTeller teller,
            TransactionTemplate transaction,
            LockProvider locks,
            Clock clock) {
        this.store = store;
        this.teller = teller;
        this.transaction = transaction;
        this.locks = locks;
        this.clock = clock;
        add(JournalLine.Source.CEL, settings.journal().cel());
        add(JournalLine.Source.QUEUE, settings.journal().queueLog());
    }

    private void add(JournalLine.Source source, String path) {
        if (!path.isBlank()) {
            files.add(new Followed(source, new JournalFile(Path.of(path))));
        }
    }

    /** Looks at the files only; the database is asked when there is something to read, or to tell. */
    @Scheduled(fixedDelayString = "PT0.25S")
    void follow() {
        try {
            if (untold || news()) {
                locks.lock(new LockConfiguration(clock.instant(), "telephony-journal", LEASE, Duration.ZERO))
                        .ifPresent(this::readAll);
            }
        } catch (IOException | DataAccessException | TransactionException e) {
            log.warn("The journal waits: {}", e.toString());
        }
    }

    boolean news() throws IOException {
        for (Followed each : files) {
            if (!each.file.look().equals(each.seen)) {
                return true;
            }
        }
        return false;
    }

    private void readAll(SimpleLock lock) {
        try {
            for (Followed each : files) {
                read(each);
            }
            untold = teller.tell();
        } catch (IOException e) {
            log.warn("The journal waits: {}", e.toString());
        } finally {
            lock.unlock();
        }
    }

    private void read(Followed each) throws IOException {
        JournalFile.Position seen = each.file.look();
        JournalFile.Position position = store.position(each.file.name());
        while (true) {
            JournalFile.Piece piece = each.file.read(position);
            if (piece.next().equals(position)) {
                break;
            }
            transaction.executeWithoutResult(status -> keep(each, piece));
            position = piece.next();
        }
        each.seen = seen;
    }

    private void keep(Followed file, JournalFile.Piece piece) {
        List<JournalLine> records = new ArrayList<>();
        long unreadable = 0;
        for (int i = 0; i < piece.lines().size(); i++) {
            String text = piece.lines().get(i);
            Optional<JournalLine> line = JournalReading.record(file.source, text);
            if (line.isPresent()) {
                records.add(line.get());
            } else if (!text.isBlank()) {
                unreadable++;
                store.keepUnreadable(
                        file.source,
                        new JournalFile.Position(
                                piece.next().inode(), piece.offsets().get(i)),
                        text);
            }
        }
        store.keep(records);
        store.position(file.file.name(), piece.next(), unreadable);
    }
}

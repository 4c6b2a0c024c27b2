package ma.mowakaba.telephony;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Follows the exchanges' files where they can be read from here; what was stored is told to the desk. One node reads at a time; whatever was
 * down, it goes on where it was.
 */
@Component
class JournalFollower {

    private static final Logger log = LoggerFactory.getLogger(JournalFollower.class);
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final List<Followed> files = new ArrayList<>();
    private final JournalStore store;
    private final JournalTeller teller;
    private final JournalIntake intake;
    private final LockProvider locks;
    private final Clock clock;
    private volatile boolean untold = true;

    /** A file, and what it was like when this node last read it to its end. */
    private static final class Followed {

        private final JournalFeed feed;
        private final JournalFile file;
        private JournalFile.Position seen = JournalFile.Position.START;

        Followed(JournalFeed feed, JournalFile file) {
            this.feed = feed;
            this.file = file;
        }
    }

    JournalFollower(
            TelephonySettings settings,
            JournalStore store,
            JournalIntake intake,
            JournalTeller teller,
            LockProvider locks,
            Clock clock) {
        this.store = store;
        this.teller = teller;
        this.intake = intake;
        this.locks = locks;
        this.clock = clock;
        for (TelephonySettings.Site site : settings.sites()) {
            add(site.name(), JournalLine.Source.CEL, site.journal().cel());
            add(site.name(), JournalLine.Source.QUEUE, site.journal().queueLog());
        }
    }

    private void add(String exchange, JournalLine.Source source, String path) {
        if (!path.isBlank()) {
            JournalFile file = new JournalFile(Path.of(path));
            files.add(new Followed(new JournalFeed(exchange, source, file.name()), file));
        }
    }

    /** What was shipped is told with the rest, soon. */
    void tellSoon() {
        untold = true;
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
            files.forEach(this::attempt);
            tell();
        } finally {
            lock.unlock();
        }
    }

    /** The files of one exchange may be out of reach, others are not. */
    private void attempt(Followed each) {
        try {
            read(each);
        } catch (IOException e) {
            log.warn("Journal {} waits: {}", each.feed.file(), e.toString());
        }
    }

    private void tell() {
        boolean left = true;
        untold = false;
        try {
            left = teller.tell();
        } finally {
            if (left) {
                untold = true;
            }
        }
    }

    private void read(Followed each) throws IOException {
        JournalFile.Position seen = each.file.look();
        JournalFile.Position position = store.position(each.feed.file());
        while (true) {
            JournalFile.Piece piece = each.file.read(position);
            if (piece.next().equals(position)) {
                break;
            }
            position = intake.take(each.feed, piece);
        }
        each.seen = seen;
    }
}

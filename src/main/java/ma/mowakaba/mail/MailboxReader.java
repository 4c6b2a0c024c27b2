package ma.mowakaba.mail;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import ma.mowakaba.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Takes the new mails of one mailbox, in their order. */
final class MailboxReader {

    private static final Logger log = LoggerFactory.getLogger(MailboxReader.class);

    /** How often an idle mailbox is noted as reached. */
    private static final Duration NOTED = Duration.ofSeconds(15);

    private final Mailbox mailbox;
    private final MailSettings.Reading settings;
    private final ImapDoor door;
    private final MailboxIntake intake;
    private final Clock clock;
    private final ReentrantLock atWork = new ReentrantLock();

    private @Nullable ImapConnection connection;
    private Instant notBefore = Instant.MIN;
    private Instant noted = Instant.MIN;
    private int failures;
    private volatile boolean closed;

    MailboxReader(Mailbox mailbox, MailSettings.Reading settings, ImapDoor door, MailboxIntake intake, Clock clock) {
        this.mailbox = mailbox;
        this.settings = settings;
        this.door = door;
        this.intake = intake;
        this.clock = clock;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    /** @return whether it has time to look: it is not looking, and not resting after a fault */
    boolean ready() {
        return !closed && !atWork.isLocked() && !clock.instant().isBefore(notBefore);
    }

    /** Until nothing is left. Never throws: a fault of the mailbox or of the database lets it rest for a while, longer each time. */
    void look() {
        if (!ready() || !atWork.tryLock()) {
            return;
        }
        try {
            take(connected());
            failures = 0;
        } catch (IOException | RuntimeException e) {
            rest(e);
        } finally {
            if (closed) {
                hangUp();
            }
            atWork.unlock();
        }
    }

    /** What is at work ends after the mail it is at. */
    void close() {
        closed = true;
        if (atWork.tryLock()) {
            try {
                hangUp();
            } finally {
                atWork.unlock();
            }
        }
    }

    private void take(ImapConnection imap) throws IOException {
        MailboxIntake.Run run = intake.begin(mailbox, imap);
        List<Long> uids = run.waiting();
        // over a connection that breaks again and again, smaller steps arrive sooner
        int step = Math.max(1, settings.batch() >> failures);
        for (int from = 0; from < uids.size() && !closed; from += step) {
            run.take(uids.subList(from, Math.min(from + step, uids.size())));
        }
        if (uids.isEmpty() && clock.instant().isAfter(noted.plus(NOTED))) {
            run.reached();
            noted = clock.instant();
        }
        run.again(step);
    }

    private ImapConnection connected() throws IOException {
        if (connection != null && !connection.alive()) {
            hangUp();
        }
        if (connection == null) {
            connection = door.open(mailbox);
            noted = Instant.MIN;
        }
        return connection;
    }

    private void hangUp() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    private void rest(Exception fault) {
        hangUp();
        failures++;
        noted = Instant.MIN;
        Duration pause = settings.every().multipliedBy(1L << Math.min(failures, 10));
        Duration longest = settings.longestPause();
        notBefore = clock.instant().plus(pause.compareTo(longest) < 0 ? pause : longest);
        MailboxTrouble trouble = MailboxTrouble.of(fault);
        log.warn("mailbox {} cannot be read, attempt {}: {} {}", mailbox, failures, trouble.code(), fault.toString());
        if (!(fault instanceof Problem || fault instanceof DataAccessException)) {
            intake.trouble(mailbox, trouble, notBefore);
        }
    }
}

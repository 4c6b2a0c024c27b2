package ma.mowakaba.mail;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the new mails of one mailbox, in their order; one at a time looks, by a lease. */
final class MailboxReader {

    private static final Logger log = LoggerFactory.getLogger(MailboxReader.class);

    /** In one look, so that it ends well within the lease. */
    private static final int MOST_BATCHES = 20;

    private final Mailbox mailbox;
    private final MailSettings settings;
    private final MailboxMarks marks;
    private final Postroom postroom;
    private final Clock clock;

    private @Nullable ImapConnection connection;
    private Instant notBefore = Instant.MIN;
    private int failures;

    MailboxReader(Mailbox mailbox, MailSettings settings, MailboxMarks marks, Postroom postroom, Clock clock) {
        this.mailbox = mailbox;
        this.settings = settings;
        this.marks = marks;
        this.postroom = postroom;
        this.clock = clock;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    /** Never throws: a fault of the mailbox or of the database lets it rest for a while, longer each time. */
    synchronized void look() {
        if (clock.instant().isBefore(notBefore)) {
            return;
        }
        try {
            int batches = 1;
            while (take() == settings.read().batch() && batches++ < MOST_BATCHES) {
                log.debug("mailbox {} has more", mailbox);
            }
            failures = 0;
        } catch (IOException | RuntimeException e) {
            rest(e);
        }
    }

    synchronized void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    /** @return how many mails were taken */
    private int take() throws IOException {
        ImapConnection imap = connected();
        long validity = imap.validity();
        long last = marks.of(mailbox)
                .filter(mark -> mark.validity() == validity)
                .map(MailboxMarks.Mark::lastUid)
                .orElse(0L);
        List<ImapConnection.Found> mails = imap.after(last, settings.read().batch());
        for (ImapConnection.Found mail : mails) {
            take(imap, mail);
            marks.put(mailbox, new MailboxMarks.Mark(validity, mail.uid()));
        }
        return mails.size();
    }

    /** Marked only after the commit; what was removed in the meantime is passed over. */
    private void take(ImapConnection imap, ImapConnection.Found mail) throws IOException {
        Optional<byte[]> raw = imap.raw(mail);
        if (raw.isPresent()) {
            Mailroom.Receipt receipt = postroom.accept(raw.get(), mailbox.address());
            log.debug("mail {} of {}: {}", mail.uid(), mailbox, receipt.outcome());
            imap.seen(mail);
        }
    }

    private ImapConnection connected() throws IOException {
        if (connection != null && !connection.alive()) {
            close();
        }
        if (connection == null) {
            connection = ImapConnection.open(mailbox, settings.read().timeout());
        }
        return connection;
    }

    private void rest(Exception e) {
        close();
        failures++;
        Duration pause = settings.read().every().multipliedBy(1L << Math.min(failures, 10));
        Duration longest = settings.read().longestPause();
        notBefore = clock.instant().plus(pause.compareTo(longest) < 0 ? pause : longest);
        log.warn("mailbox {} cannot be read, attempt {}: {}", mailbox, failures, e.toString());
    }
}

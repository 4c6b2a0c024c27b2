package ma.mowakaba.mail;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * From a mailbox to the mail room. A mark is moved, and mails are marked as seen, only when all before are committed; what is met a second
 * time, by another node or after a fault, is known by its bytes.
 */
@Component
class MailboxIntake {

    private static final Logger log = LoggerFactory.getLogger(MailboxIntake.class);

    /** Bytes of the mails that are fetched at a time, unless a single one has more. */
    private static final long AT_A_TIME = 8 << 20;

    private final MailboxMarks marks;
    private final LeftMails left;
    private final Postroom postroom;

    MailboxIntake(MailboxMarks marks, LeftMails left, Postroom postroom) {
        this.marks = marks;
        this.left = left;
        this.postroom = postroom;
    }

    /** Looks what is there. */
    Run begin(Mailbox mailbox, ImapConnection imap) throws IOException {
        long validity = imap.validity();
        MailboxMarks.Mark known = marks.of(mailbox).orElse(new MailboxMarks.Mark(validity, 0));
        if (known.validity() != validity) {
            if (known.validity() != 0) {
                log.warn("mailbox {} has numbered its mails anew: all are looked at again", mailbox);
            }
            left.forgetOthers(mailbox, validity);
            known = new MailboxMarks.Mark(validity, 0);
        }
        return new Run(mailbox, imap, known, imap.after(known.lastUid()));
    }

    /** Supervisors see it, as soon as the database can be told. */
    void trouble(Mailbox mailbox, MailboxTrouble trouble, Instant next) {
        try {
            marks.trouble(mailbox, trouble, next);
        } catch (DataAccessException away) {
            log.debug("trouble of mailbox {} not noted: {}", mailbox, away.toString());
        }
    }

    /** One look at one mailbox. */
    final class Run {
        private final Mailbox mailbox;
        private final ImapConnection imap;
        private final List<Long> waiting;
        private final long validity;
        private long last;
        private int behind;

        private Run(Mailbox mailbox, ImapConnection imap, MailboxMarks.Mark mark, List<Long> waiting) {
            this.mailbox = mailbox;
            this.imap = imap;
            this.validity = mark.validity();
            this.last = mark.lastUid();
            this.waiting = waiting;
            this.behind = waiting.size();
        }

        /** @return UIDs, lowest first */
        List<Long> waiting() {
            return waiting;
        }

        /** @param uids the next of those that wait */
        void take(List<Long> uids) throws IOException {
            reached();
            fetch(uids);
            last = uids.getLast();
            behind -= uids.size();
            reached();
        }

        void reached() {
            marks.put(mailbox, new MailboxMarks.Mark(validity, last), waiting.size(), behind);
        }

        /** Tries those that were left and whose time has come. */
        void again(int limit) throws IOException {
            List<Long> due = left.due(mailbox, validity, limit);
            if (!due.isEmpty()) {
                fetch(due);
            }
        }

        private void fetch(List<Long> uids) throws IOException {
            Map<Long, Long> sizes = imap.sizes(uids);
            List<Long> together = new ArrayList<>();
            long bytes = 0;
            for (long uid : uids) {
                long size = sizes.getOrDefault(uid, 0L);
                if (size > postroom.limit()) {
                    leave(uid, size);
                    continue;
                }
                if (bytes + size > AT_A_TIME && !together.isEmpty()) {
                    fetch(together, sizes);
                    together.clear();
                    bytes = 0;
                }
                together.add(uid);
                bytes += size;
            }
            if (!together.isEmpty()) {
                fetch(together, sizes);
            }
        }

        /** One that the server refuses to give does not keep the others from being given. */
        private void fetch(List<Long> uids, Map<Long, Long> sizes) throws IOException {
            Map<Long, byte[]> mails;
            try {
                mails = imap.raw(uids);
            } catch (ImapConnection.Refused e) {
                if (uids.size() == 1) {
                    leave(uids.getFirst(), sizes.getOrDefault(uids.getFirst(), 0L));
                    return;
                }
                for (long uid : uids) {
                    fetch(List.of(uid), sizes);
                }
                return;
            }
            file(uids, mails, sizes);
        }

        private void file(List<Long> uids, Map<Long, byte[]> mails, Map<Long, Long> sizes) throws IOException {
            List<Long> seen = new ArrayList<>();
            for (long uid : uids) {
                byte[] raw = mails.get(uid);
                if (raw != null) {
                    postroom.accept(raw, mailbox.address());
                    left.remove(mailbox, validity, uid);
                    seen.add(uid);
                } else if (imap.sizes(List.of(uid)).containsKey(uid)) {
                    leave(uid, sizes.getOrDefault(uid, 0L));
                } else {
                    // somebody took it away in the meantime
                    left.remove(mailbox, validity, uid);
                }
            }
            mark(seen);
        }

        private void mark(List<Long> seen) throws IOException {
            try {
                if (!seen.isEmpty()) {
                    imap.seen(seen);
                }
            } catch (ImapConnection.Refused e) {
                log.debug("mails of {} are taken but cannot be marked as seen: {}", mailbox, e.toString());
            }
        }

        private void leave(long uid, long size) {
            log.warn("mail {} of {} with {} bytes stays where it is", uid, mailbox, size);
            left.put(mailbox, validity, uid, size);
        }
    }
}

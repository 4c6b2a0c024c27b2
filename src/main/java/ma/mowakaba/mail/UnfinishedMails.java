package ma.mowakaba.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import ma.mowakaba.kernel.Problem;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Files the mails that were stored and whose filing was broken off: the database went away, or the node died. */
@Component
class UnfinishedMails {

    /** Younger ones are in the hands of whoever brought them. */
    private static final Duration SETTLED = Duration.ofSeconds(30);

    private static final int BATCH = 100;
    private static final int LAST_ATTEMPT = 8;

    private final RawMails raws;
    private final Postroom postroom;
    private final Clock clock;

    UnfinishedMails(RawMails raws, Postroom postroom, Clock clock) {
        this.raws = raws;
        this.postroom = postroom;
        this.clock = clock;
    }

    @Scheduled(fixedRateString = "PT15S", initialDelayString = "PT10S")
    @SchedulerLock(name = "mail-unfinished")
    void sweep() {
        try {
            raws.unfinished(clock.instant().minus(SETTLED), BATCH).forEach(this::finish);
        } catch (Problem | DataAccessException away) {
            // the database is still away; the next sweep finds the same mails
        }
    }

    /** Counted before it is tried: a mail that kills the node is held in the end. */
    private void finish(RawMails.Unfinished mail) {
        Instant next = clock.instant().plus(SETTLED.multipliedBy(1L << mail.attempts()));
        raws.postpone(mail.id(), next);
        if (mail.attempts() >= LAST_ATTEMPT) {
            postroom.hold(mail.id());
        } else {
            postroom.retry(mail.id());
        }
    }
}

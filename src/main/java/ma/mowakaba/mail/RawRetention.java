package ma.mowakaba.mail;

import java.time.Clock;
import java.time.Instant;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets go of originals that have been kept long enough. Those that are held wait for somebody, however long. */
@Component
class RawRetention {

    private static final Logger log = LoggerFactory.getLogger(RawRetention.class);
    private static final int BATCH = 200;

    private final RawMails raws;
    private final MailSettings settings;
    private final Clock clock;

    RawRetention(RawMails raws, MailSettings settings, Clock clock) {
        this.raws = raws;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedRateString = "PT1H", initialDelayString = "PT5M")
    @SchedulerLock(name = "mail-retention")
    void sweep() {
        try {
            Instant before = clock.instant().minus(settings.keep());
            int gone = 0;
            for (int some = BATCH; some == BATCH; gone += some) {
                some = raws.letGo(before, BATCH);
            }
            if (gone > 0) {
                log.info("{} originals of mails have been kept for {} and are gone", gone, settings.keep());
            }
        } catch (DataAccessException away) {
            log.warn("originals of mails not looked through: {}", away.toString());
        }
    }
}

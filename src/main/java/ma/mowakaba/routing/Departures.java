package ma.mowakaba.routing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import ma.mowakaba.calendar.BusinessCalendar;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.StaffId;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What an advisor leaves behind when he goes offline: his chats go back to the line at once, with their first arrival time; his mails
 * stay his for some business time. A call stays with the phone it is on: the exchange says when it ends.
 */
@Component
class Departures {

    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    private final Router router;
    private final PresenceBoard presence;
    private final BusinessCalendar calendar;
    private final LeftBehind leftBehind;
    private final Clock clock;

    Departures(Router router, PresenceBoard presence, BusinessCalendar calendar, LeftBehind leftBehind, Clock clock) {
        this.router = router;
        this.presence = presence;
        this.calendar = calendar;
        this.leftBehind = leftBehind;
        this.clock = clock;
    }

    /** Also after a change of presence that this node did not hear of. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    @SchedulerLock(name = "routing-departures")
    void sweep() {
        try {
            Set<StaffId> here = presence.present().keySet();
            leftBehind.holders().stream()
                    .filter(holder -> !here.contains(holder))
                    .forEach(this::giveBack);
        } catch (RuntimeException away) {
            LOG.warn(
                    "What absent advisors have could not be given back; the next sweep tries again: {}",
                    away.toString());
        }
    }

    private void giveBack(StaffId advisor) {
        giveBack(leftBehind.of(advisor, Channel.CHAT));
        List<ContactId> mails = new ArrayList<>(leftBehind.of(advisor, Channel.MAIL));
        mails.addAll(leftBehind.of(advisor, Channel.WEB));
        Instant left = presence.of(advisor).since();
        giveBack(router.current(advisor).stream()
                .filter(held -> mails.contains(held.contact()) && alone(left, held.at()))
                .map(Router.Assignment::contact)
                .toList());
    }

    /** From when he left or was given it, whichever was later: a colleague may give a case to somebody who has not come yet. */
    private boolean alone(Instant left, Instant given) {
        Instant since = left.isAfter(given) ? left : given;
        return calendar.between(BusinessCalendar.DEFAULT, since, clock.instant())
                        .compareTo(leftBehind.mailsStay())
                > 0;
    }

    private void giveBack(List<ContactId> contacts) {
        contacts.forEach(contact -> router.giveBack(contact, Reason.of("advisor-away")));
    }
}

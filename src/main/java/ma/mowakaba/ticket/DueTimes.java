package ma.mowakaba.ticket;

import java.time.Instant;
import java.time.ZoneId;
import ma.mowakaba.calendar.BusinessCalendar;
import ma.mowakaba.kernel.Priority;
import org.springframework.stereotype.Component;

/** When an answer is owed, in business time. */
@Component
class DueTimes {
    private final BusinessCalendar calendar;
    private final TicketSettings settings;

    DueTimes(BusinessCalendar calendar, TicketSettings settings) {
        this.calendar = calendar;
        this.settings = settings;
    }

    Instant answer(Priority priority, Instant since) {
        return calendar.due(
                BusinessCalendar.DEFAULT, since, settings.firstResponse().of(priority));
    }

    Instant resolution(Priority priority, Instant since) {
        return calendar.due(
                BusinessCalendar.DEFAULT, since, settings.resolution().of(priority));
    }

    ZoneId zone() {
        return calendar.zone();
    }

    /** @return whether a message still reopens a case that was closed at that instant */
    boolean reopens(Instant closedAt, Instant now) {
        return !now.isAfter(closedAt.plus(settings.reopenWithin()));
    }
}

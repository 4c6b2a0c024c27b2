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

    Promise answer(Priority priority, Instant since) {
        return promise(since, settings.firstResponse().of(priority));
    }

    Promise resolution(Priority priority, Instant since) {
        return promise(since, settings.resolution().of(priority));
    }

    /** @return the same by the calendar as it is now */
    Promise promise(Instant from, long minutes) {
        return new Promise(from, minutes, calendar.due(BusinessCalendar.DEFAULT, from, minutes));
    }

    ZoneId zone() {
        return calendar.zone();
    }

    /** @return whether a message still reopens a case that was closed at that instant */
    boolean reopens(Instant closedAt, Instant now) {
        return !now.isAfter(closedAt.plus(settings.reopenWithin()));
    }
}

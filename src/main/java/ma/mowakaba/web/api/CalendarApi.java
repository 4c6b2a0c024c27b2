package ma.mowakaba.web.api;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.calendar.BusinessCalendar;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When something is due, for programs. */
@RestController
class CalendarApi {

    private final BusinessCalendar calendar;
    private final Clock clock;

    CalendarApi(BusinessCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param minutes of business time */
    record Due(String calendar, Instant start, long minutes, Instant due) {}

    /**
     * @param start now when it is left out
     * @param calendar {@code default} when it is left out
     */
    @GetMapping("/api/calendar/due")
    Due due(
            @RequestParam Optional<Instant> start,
            @RequestParam long minutes,
            @RequestParam(defaultValue = BusinessCalendar.DEFAULT) String calendar) {
        Instant from = start.orElseGet(clock::instant);
        return new Due(calendar, from, minutes, this.calendar.due(calendar, from, minutes));
    }
}

package ma.mowakaba.web.kb;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import ma.mowakaba.calendar.BusinessCalendar;
import org.springframework.stereotype.Component;

/** Days and times as they are typed and read in Morocco. */
@Component
class MoroccanTime {

    private final BusinessCalendar calendar;
    private final Clock clock;

    MoroccanTime(BusinessCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    LocalDate date() {
        return LocalDate.ofInstant(clock.instant(), calendar.zone());
    }

    Instant instant(LocalDateTime typed) {
        return typed.atZone(calendar.zone()).toInstant();
    }

    /** @return tomorrow at 8, as a field for a time has it */
    LocalDateTime usual() {
        return date().plusDays(1).atTime(8, 0);
    }

    LocalDateTime soonest() {
        return LocalDateTime.ofInstant(clock.instant(), calendar.zone()).truncatedTo(ChronoUnit.MINUTES);
    }
}

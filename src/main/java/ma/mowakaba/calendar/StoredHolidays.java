package ma.mowakaba.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import ma.mowakaba.kernel.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Days off, with what was announced in the database. */
@Service
@Transactional
class StoredHolidays implements Holidays {

    private static final int FAR = 3;

    private final Announcements announcements;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StoredHolidays(Announcements announcements, ApplicationEventPublisher events, Clock clock) {
        this.announcements = announcements;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Holiday> of(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return first.datesUntil(first.plusYears(1))
                .flatMap(day -> MoroccanDays.holiday(day, announcements.known()).stream())
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Moved> feasts(int year) {
        return MoroccanDays.feasts(year, announcements.known());
    }

    @Override
    public void confirm(int hijriYear, Feast feast, LocalDate firstDay) {
        if (hijriYear < 1440 || hijriYear > 1590) {
            throw Problem.invalid("calendar.feast-far", FAR);
        }
        LocalDate estimate = MoroccanDays.estimate(hijriYear, feast);
        if (Math.abs(ChronoUnit.DAYS.between(estimate, firstDay)) > FAR) {
            throw Problem.invalid("calendar.feast-far", FAR);
        }
        announcements.confirm(hijriYear, feast, firstDay);
        changed(firstDay.isBefore(estimate) ? firstDay : estimate);
    }

    @Override
    public void close(LocalDate day, String name) {
        if (name.isBlank() || name.length() > 120) {
            throw Problem.invalid("calendar.closing-name");
        }
        announcements.close(day, name.strip());
        changed(day);
    }

    @Override
    public void reopen(LocalDate day) {
        announcements.reopen(day);
        changed(day);
    }

    private void changed(LocalDate from) {
        events.publishEvent(new CalendarChanged(from, clock.instant()));
    }
}

package ma.mowakaba.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.mowakaba.calendar.CalendarSettings.Hours;
import ma.mowakaba.calendar.OpenHours.Opening;
import ma.mowakaba.kernel.Problem;
import org.springframework.stereotype.Service;

/** The configured calendars on Moroccan days. */
@Service
class MoroccanCalendar implements BusinessCalendar {

    /** Eight years of working days; no promise reaches further. */
    static final long MOST_MINUTES = 1_000_000;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2150-01-01T00:00:00Z");

    private final Map<String, WorkingTime> calendars = new HashMap<>();
    private final Announcements announcements;

    MoroccanCalendar(CalendarSettings settings, Announcements announcements) {
        this.announcements = announcements;
        calendars.put(DEFAULT, workingTime(CalendarSettings.USUAL));
        settings.calendars().forEach((name, hours) -> calendars.put(name, workingTime(hours)));
    }

    @Override
    public ZoneId zone() {
        return MoroccanZone.get();
    }

    @Override
    public boolean open(String calendar, Instant at) {
        return calendar(calendar).open(checked(at));
    }

    @Override
    public Instant due(String calendar, Instant start, long minutes) {
        if (minutes < 0 || minutes > MOST_MINUTES) {
            throw Problem.invalid("calendar.minutes", MOST_MINUTES);
        }
        return calendar(calendar).due(checked(start), Duration.ofMinutes(minutes));
    }

    @Override
    public Duration between(String calendar, Instant from, Instant to) {
        WorkingTime time = calendar(calendar);
        return from.isBefore(to) ? time.between(checked(from), checked(to)) : Duration.ZERO;
    }

    @Override
    public Instant nextOpening(String calendar, Instant at) {
        return calendar(calendar).nextOpening(checked(at));
    }

    private WorkingTime calendar(String name) {
        WorkingTime found = calendars.get(name);
        if (found == null) {
            throw Problem.invalid("calendar.unknown", name);
        }
        return found;
    }

    private WorkingTime workingTime(Hours hours) {
        OpenHours week = OpenHours.parse(hours.week());
        OpenHours ramadan = hours.ramadan().isEmpty() ? week : OpenHours.parse(hours.ramadan());
        return new WorkingTime(
                zone(),
                new RememberedDays(
                        announcements::known, (known, day) -> openings(known, day, hours.holidays(), week, ramadan)));
    }

    private List<Opening> openings(
            Announcements.Known known, LocalDate day, boolean holidays, OpenHours week, OpenHours ramadan) {
        if (holidays && MoroccanDays.holiday(day, known).isPresent()) {
            return List.of();
        }
        return (MoroccanDays.ramadan(day, known) ? ramadan : week).on(day, zone());
    }

    private static Instant checked(Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw Problem.invalid("calendar.range");
        }
        return at;
    }
}

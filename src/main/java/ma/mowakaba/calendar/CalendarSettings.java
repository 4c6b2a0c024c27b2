package ma.mowakaba.calendar;

import java.time.DayOfWeek;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the center works.
 *
 * @param calendars opening hours by the name of the calendar; {@code default} is Monday to Friday 08:30–16:30, in Ramadan
 *     09:00–15:00, unless it is named here
 */
@ConfigurationProperties("mowakaba.calendar")
record CalendarSettings(@DefaultValue Map<String, Hours> calendars) {

    /**
     * Hours as {@code 08:30-16:30}, several with commas between, the end of the day as {@code 24:00}; a day that is not named is
     * closed.
     *
     * @param ramadan hours of the fasting month; the usual ones when it is empty
     * @param holidays whether the calendar keeps holidays; a line for emergencies may not
     */
    record Hours(
            Map<DayOfWeek, String> week,
            @DefaultValue Map<DayOfWeek, String> ramadan,
            @DefaultValue("true") boolean holidays) {}

    static final Hours USUAL = new Hours(workdays("08:30-16:30"), workdays("09:00-15:00"), true);

    private static Map<DayOfWeek, String> workdays(String hours) {
        return Map.of(
                DayOfWeek.MONDAY, hours,
                DayOfWeek.TUESDAY, hours,
                DayOfWeek.WEDNESDAY, hours,
                DayOfWeek.THURSDAY, hours,
                DayOfWeek.FRIDAY, hours);
    }
}

package ma.mowakaba.calendar;

import java.time.LocalDate;
import java.util.List;

/** Door of the module: the days on which Morocco does not work, and what was announced about them. */
public interface Holidays {

    /**
     * A day off.
     *
     * @param name message key {@code calendar.holiday.<name>}, or the words of an administrator for a day closed once
     * @param estimated computed from the moon and not confirmed yet
     */
    record Holiday(LocalDate day, String name, boolean estimated) {}

    /** @return the days off of a year of our calendar, in their order */
    List<Holiday> of(int year);

    /**
     * A feast was announced. Publishes {@link CalendarChanged}.
     *
     * @param firstDay at most 3 days from the estimate, INVALID {@code calendar.feast-far} otherwise
     */
    void confirm(int hijriYear, Feast feast, LocalDate firstDay);

    /** The center is closed on this day. Publishes {@link CalendarChanged}. */
    void close(LocalDate day, String name);

    /** The center works on this day after all. Publishes {@link CalendarChanged}. */
    void reopen(LocalDate day);
}

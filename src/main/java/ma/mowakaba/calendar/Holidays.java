package ma.mowakaba.calendar;

import java.time.LocalDate;
import java.util.List;

/** Door of the module: the days on which Morocco does not work, and what was announced about them. */
public interface Holidays {

    /** How we know of a day. */
    enum Origin {
        FIXED,
        /** Computed from the moon and not confirmed yet. */
        ESTIMATED,
        CONFIRMED,
        /** Closed once, by somebody of the center. */
        CLOSED;

        /** @return as in message keys */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A day off.
     *
     * @param name message key {@code calendar.holiday.<name>}, or somebody's words for a day closed once
     */
    record Holiday(LocalDate day, String name, Origin origin) {}

    /**
     * A feast, or the month of fasting, as it falls in one year of the Hijra.
     *
     * @param firstDay as announced, or the estimate
     */
    record Moved(int hijriYear, Feast feast, LocalDate firstDay, LocalDate estimate, boolean confirmed) {}

    /** @return the days off of a year of our calendar, in their order */
    List<Holiday> of(int year);

    /** @return what follows the moon and begins in a year of our calendar, in its order; INVALID {@code calendar.range} */
    List<Moved> feasts(int year);

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

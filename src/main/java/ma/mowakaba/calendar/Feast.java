package ma.mowakaba.calendar;

/**
 * Days that follow the moon. Computed days are estimates; the right ones are announced the evening before.
 *
 * @see java.time.chrono.HijrahDate
 */
public enum Feast {
    HIJRI_NEW_YEAR(1, 1, 1),
    MAWLID(3, 12, 2),
    /** No holiday: the opening hours of the month begin. It ends with {@link #EID_AL_FITR}. */
    RAMADAN(9, 1, 0),
    EID_AL_FITR(10, 1, 2),
    EID_AL_ADHA(12, 10, 2);

    private final int month;
    private final int day;
    private final int daysOff;

    Feast(int month, int day, int daysOff) {
        this.month = month;
        this.day = day;
        this.daysOff = daysOff;
    }

    int month() {
        return month;
    }

    int day() {
        return day;
    }

    int daysOff() {
        return daysOff;
    }

    /** @return as in message keys: {@code eid-al-fitr} */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}

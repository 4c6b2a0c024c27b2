package ma.mowakaba.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Door of the module: when the center works. Calendars have names; {@code default} always exists. */
public interface BusinessCalendar {

    String DEFAULT = "default";

    /** @return Morocco's zone with right rules, whatever tzdata the JDK carries */
    ZoneId zone();

    boolean open(String calendar, Instant at);

    /**
     * @param minutes of business time, 0 or more
     * @return the instant that many business minutes later
     * @throws ma.mowakaba.kernel.Problem INVALID {@code calendar.unknown}
     */
    Instant due(String calendar, Instant start, long minutes);

    /** @return business time between two instants, zero when {@code to} is not after {@code from} */
    Duration between(String calendar, Instant from, Instant to);

    /** @return the next instant the center opens, {@code at} itself when it is open */
    Instant nextOpening(String calendar, Instant at);
}

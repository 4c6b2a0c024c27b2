package ma.mowakaba.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import ma.mowakaba.calendar.OpenHours.Opening;
import ma.mowakaba.kernel.Problem;

/**
 * Counts business time, in real elapsed time, so that a change of the zone neither adds nor takes any.
 *
 * @param openings of a day, in their order, without overlap
 */
record WorkingTime(ZoneId zone, Function<LocalDate, List<Opening>> openings) {

    /** Longer than any holidays in a row. */
    private static final int HORIZON_DAYS = 60;

    boolean open(Instant at) {
        return openings.apply(day(at)).stream().anyMatch(opening -> opening.contains(at));
    }

    Instant nextOpening(Instant at) {
        LocalDate first = day(at);
        for (LocalDate day = first; day.isBefore(first.plusDays(HORIZON_DAYS)); day = day.plusDays(1)) {
            for (Opening opening : openings.apply(day)) {
                if (at.isBefore(opening.to())) {
                    return later(at, opening.from());
                }
            }
        }
        throw Problem.invalid("calendar.never-open");
    }

    Instant due(Instant start, Duration work) {
        Duration left = work;
        Instant at = start;
        while (!left.isZero()) {
            Instant from = nextOpening(at);
            Duration stretch = Duration.between(from, end(from));
            if (left.compareTo(stretch) <= 0) {
                return from.plus(left);
            }
            left = left.minus(stretch);
            at = from.plus(stretch);
        }
        return start;
    }

    Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (LocalDate day = day(from); !day.isAfter(day(to)); day = day.plusDays(1)) {
            for (Opening opening : openings.apply(day)) {
                Instant begin = later(from, opening.from());
                Instant end = to.isBefore(opening.to()) ? to : opening.to();
                sum = begin.isBefore(end) ? sum.plus(Duration.between(begin, end)) : sum;
            }
        }
        return sum;
    }

    private Instant end(Instant within) {
        return openings.apply(day(within)).stream()
                .filter(opening -> opening.contains(within))
                .findFirst()
                .orElseThrow()
                .to();
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

package ma.mowakaba.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.mowakaba.calendar.Announcements.FeastYear;
import ma.mowakaba.calendar.Announcements.Known;
import ma.mowakaba.calendar.Holidays.Holiday;
import ma.mowakaba.calendar.Holidays.Moved;
import ma.mowakaba.calendar.Holidays.Origin;
import ma.mowakaba.kernel.Problem;

/** The days off of Morocco: those of the sun are fixed, those of the moon estimated until they are announced. */
final class MoroccanDays {

    /** Since 2025 Aïd Al Wahda is among them; the Amazigh new year since 2024. */
    private static final Map<MonthDay, FixedDay> FIXED = Map.ofEntries(
            fixed(1, 1, "new-year", 0),
            fixed(1, 11, "independence-manifesto", 0),
            fixed(1, 14, "amazigh-new-year", 2024),
            fixed(5, 1, "labour-day", 0),
            fixed(7, 30, "throne-day", 0),
            fixed(8, 14, "oued-eddahab", 0),
            fixed(8, 20, "revolution", 0),
            fixed(8, 21, "youth-day", 0),
            fixed(10, 31, "unity-day", 2025),
            fixed(11, 6, "green-march", 0),
            fixed(11, 18, "independence-day", 0));

    private record FixedDay(String name, int since) {}

    private MoroccanDays() {}

    private static Map.Entry<MonthDay, FixedDay> fixed(int month, int day, String name, int since) {
        return Map.entry(MonthDay.of(month, day), new FixedDay(name, since));
    }

    static Optional<Holiday> holiday(LocalDate day, Known known) {
        String closing = known.closings().get(day);
        if (closing != null) {
            return Optional.of(new Holiday(day, closing, Origin.CLOSED));
        }
        FixedDay fixed = FIXED.get(MonthDay.from(day));
        if (fixed != null && day.getYear() >= fixed.since()) {
            return Optional.of(new Holiday(day, fixed.name(), Origin.FIXED));
        }
        return feast(day, known);
    }

    /** @return what begins in a year of our calendar, in its order */
    static List<Moved> feasts(int year, Known known) {
        int first = hijriYear(LocalDate.of(year, 1, 1)).orElseThrow(() -> Problem.invalid("calendar.range"));
        return IntStream.rangeClosed(first, first + 2)
                .boxed()
                .flatMap(hijri -> Stream.of(Feast.values()).map(feast -> moved(hijri, feast, known)))
                .filter(moved -> moved.firstDay().getYear() == year)
                .sorted(Comparator.comparing(Moved::firstDay))
                .toList();
    }

    private static Moved moved(int hijriYear, Feast feast, Known known) {
        return new Moved(
                hijriYear,
                feast,
                firstDay(hijriYear, feast, known),
                estimate(hijriYear, feast),
                known.feasts().containsKey(new FeastYear(hijriYear, feast)));
    }

    static boolean ramadan(LocalDate day, Known known) {
        return hijriYear(day)
                .filter(year -> !day.isBefore(firstDay(year, Feast.RAMADAN, known))
                        && day.isBefore(firstDay(year, Feast.EID_AL_FITR, known)))
                .isPresent();
    }

    /** @throws DateTimeException outside 1300 to 1600 of the Hijra */
    static LocalDate estimate(int hijriYear, Feast feast) {
        return LocalDate.from(HijrahDate.of(hijriYear, feast.month(), feast.day()));
    }

    static LocalDate firstDay(int hijriYear, Feast feast, Known known) {
        LocalDate announced = known.feasts().get(new FeastYear(hijriYear, feast));
        return announced == null ? estimate(hijriYear, feast) : announced;
    }

    private static Optional<Holiday> feast(LocalDate day, Known known) {
        return hijriYear(day).flatMap(year -> {
            // An announced new year may lie on the last days of the year before, by the computed count.
            for (int candidate = year; candidate <= year + 1; candidate++) {
                for (Feast feast : Feast.values()) {
                    LocalDate first = firstDay(candidate, feast, known);
                    if (!day.isBefore(first) && day.isBefore(first.plusDays(feast.daysOff()))) {
                        boolean confirmed = known.feasts().containsKey(new FeastYear(candidate, feast));
                        return Optional.of(
                                new Holiday(day, feast.code(), confirmed ? Origin.CONFIRMED : Origin.ESTIMATED));
                    }
                }
            }
            return Optional.empty();
        });
    }

    /** @return empty where no tables of the moon exist, before 1882 and after 2173 */
    private static Optional<Integer> hijriYear(LocalDate day) {
        try {
            return Optional.of(HijrahDate.from(day).get(ChronoField.YEAR)).filter(year -> year < 1600);
        } catch (DateTimeException outside) {
            return Optional.empty();
        }
    }
}

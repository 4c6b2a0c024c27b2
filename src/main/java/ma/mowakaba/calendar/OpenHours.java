package ma.mowakaba.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The hours of each day of a week. */
record OpenHours(Map<DayOfWeek, List<Span>> week) {

    /** From the first moment of {@code from} to before {@code to}; midnight as end is the end of the day. */
    record Span(LocalTime from, LocalTime to) {

        Span {
            if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
                throw new IllegalArgumentException("mowakaba.calendar: " + from + "-" + to + " ends before it begins");
            }
        }

        static Span parse(String text) {
            String[] ends = text.strip().split("\\s*-\\s*");
            return new Span(LocalTime.parse(ends[0]), LocalTime.parse(ends[1].replace("24:00", "00:00")));
        }

        Opening on(LocalDate day, ZoneId zone) {
            LocalDate last = to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
            return new Opening(
                    day.atTime(from).atZone(zone).toInstant(),
                    last.atTime(to).atZone(zone).toInstant());
        }
    }

    /** A stretch of business time. */
    record Opening(Instant from, Instant to) {

        boolean contains(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    static OpenHours parse(Map<DayOfWeek, String> texts) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        texts.forEach((day, text) ->
                week.put(day, Stream.of(text.split(",")).map(Span::parse).toList()));
        return new OpenHours(week);
    }

    List<Opening> on(LocalDate day, ZoneId zone) {
        return week.getOrDefault(day.getDayOfWeek(), List.of()).stream()
                .map(span -> span.on(day, zone))
                .toList();
    }
}

package ma.mowakaba.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import ma.mowakaba.calendar.Announcements.Known;
import ma.mowakaba.calendar.OpenHours.Opening;

/** The openings of each day, worked out once: the moon's calendar is slow. They are forgotten when something else is announced. */
final class RememberedDays implements Function<LocalDate, List<Opening>> {

    private record Memory(Known known, Map<LocalDate, List<Opening>> days) {}

    private final Supplier<Known> announced;
    private final BiFunction<Known, LocalDate, List<Opening>> openings;
    private volatile Memory memory;

    RememberedDays(Supplier<Known> announced, BiFunction<Known, LocalDate, List<Opening>> openings) {
        this.announced = announced;
        this.openings = openings;
        this.memory = new Memory(Announcements.UNKNOWN, new ConcurrentHashMap<>());
    }

    @Override
    public List<Opening> apply(LocalDate day) {
        Known known = announced.get();
        Memory last = memory;
        if (!last.known().sameAs(known)) {
            last = new Memory(known, new ConcurrentHashMap<>());
            memory = last;
        }
        return last.days().computeIfAbsent(day, some -> openings.apply(known, some));
    }
}

package ma.mowakaba.web.api;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import ma.mowakaba.calendar.BusinessCalendar;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.metrics.Scoreboard.Interval;
import ma.mowakaba.metrics.Scoreboard.Question;
import org.springframework.stereotype.Component;

/** Reads what a caller asks figures for: instants, or Moroccan days; today until now where nothing is said. */
@Component
class Period {

    private final BusinessCalendar calendar;
    private final Clock clock;

    Period(BusinessCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * The parameters of every call for figures.
     *
     * @param from the first instant counted, or a day
     * @param to the first instant not counted, or the first day not counted
     * @param interval {@code hour}, {@code day} or {@code total}
     */
    record Asked(
            Optional<String> from,
            Optional<String> to,
            Optional<String> interval,
            Optional<String> domain,
            Optional<String> language,
            Optional<String> channel) {}

    Question question(Asked asked) {
        ZoneId zone = calendar.zone();
        Instant today =
                LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone).toInstant();
        return new Question(
                asked.from().map(text -> instant(text, zone)).orElse(today),
                asked.to().map(text -> instant(text, zone)).orElseGet(clock::instant),
                asked.interval().map(text -> one(Interval.class, text)).orElse(Interval.TOTAL),
                asked.domain().filter(text -> !text.isBlank()).map(DomainCode::new),
                asked.language().filter(text -> !text.isBlank()).map(Language::of),
                asked.channel().filter(text -> !text.isBlank()).map(text -> one(Channel.class, text)));
    }

    private static Instant instant(String text, ZoneId zone) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid("metrics.period");
        }
    }

    private static <E extends Enum<E>> E one(Class<E> type, String text) {
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("metrics.parameter", text);
        }
    }
}

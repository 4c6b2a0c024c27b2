package ma.mowakaba.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.routing.Domains;
import org.springframework.context.MessageSource;

/** What a screen says in one language: messages, names of domains, Moroccan times, durations and figures. */
public final class Words {

    private final MessageSource messages;
    private final Domains domains;
    private final ZoneId zone;
    private final Clock clock;
    private final Language language;

    Words(MessageSource messages, Domains domains, ZoneId zone, Clock clock, Language language) {
        this.messages = messages;
        this.domains = domains;
        this.zone = zone;
        this.clock = clock;
        this.language = language;
    }

    public Language language() {
        return language;
    }

    /** @return the same words in another language, such as the requester's */
    public Words in(Language other) {
        return new Words(messages, domains, zone, clock, other);
    }

    /** @return the message, or the key itself where a module has no words for it yet */
    public String say(String key, Object... arguments) {
        return Optional.ofNullable(messages.getMessage(key, arguments, key, language.locale()))
                .orElse(key);
    }

    /** @return for within a sentence of an option or an attribute, where no element can stand; never of what is sent back */
    public String isolated(Object value) {
        return "\u2068" + value + "\u2069";
    }

    /** @param dir of the line that the text is a part of */
    public BidiText.Line part(String text, String dir) {
        return new BidiText.Line(dir, text);
    }

    public String domain(DomainCode code) {
        return domains.name(code, language);
    }

    /** @return every domain with its name, in the order of the menu */
    public List<Choice> domains() {
        return domains.all().stream()
                .map(code -> new Choice(code.value(), domain(code)))
                .toList();
    }

    public String tongue(Language spoken) {
        return say("language." + spoken.code());
    }

    /** @return {@code 14:05} today, else {@code 23 نونبر 14:05}, with the year where it is another one */
    public String time(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        ZonedDateTime now = clock.instant().atZone(zone);
        if (local.toLocalDate().equals(now.toLocalDate())) {
            return shape("HH:mm").format(local);
        }
        return shape(local.getYear() == now.getYear() ? "d MMMM HH:mm" : "d MMMM yyyy HH:mm")
                .format(local);
    }

    /** @return {@code 23 نونبر 2026 14:05}, for whoever reads it on another day */
    public String moment(Instant at) {
        return shape("d MMMM yyyy HH:mm").format(at.atZone(zone));
    }

    /** @return the Moroccan day of an instant, with the year */
    public String date(Instant at) {
        return day(LocalDate.ofInstant(at, zone));
    }

    public String day(LocalDate day) {
        return shape("d MMMM yyyy").format(day);
    }

    /** @return with the day of the week, and the year where it is another one */
    public String weekday(LocalDate day) {
        boolean now = day.getYear() == clock.instant().atZone(zone).getYear();
        return shape(now ? "EEEE d MMMM" : "EEEE d MMMM yyyy").format(day);
    }

    public String today() {
        return shape("EEEE d MMMM yyyy").format(clock.instant().atZone(zone));
    }

    /** @return {@code 4:07} or {@code 1:04:07} */
    public String length(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    public String since(Instant start) {
        return length(Duration.between(start, clock.instant()));
    }

    public boolean past(Instant at) {
        return at.isBefore(clock.instant());
    }

    public String percent(double share) {
        return String.format(language.locale(), "%.1f", share * 100) + " %";
    }

    /** @return bytes as people read them, in kB or MB */
    public String size(long bytes) {
        return bytes < 1_000_000
                ? Math.max(1, bytes / 1000) + " kB"
                : String.format(language.locale(), "%.1f MB", bytes / 1e6);
    }

    private DateTimeFormatter shape(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language.locale());
    }

    /** One entry of a choice: what is sent, and what is read. */
    public record Choice(String value, String label) {}
}

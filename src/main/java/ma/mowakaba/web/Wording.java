package ma.mowakaba.web;

import java.time.Clock;
import ma.mowakaba.calendar.BusinessCalendar;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.routing.Domains;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gives the {@link Words} of a language. */
@Component
public final class Wording {

    private final MessageSource messages;
    private final Domains domains;
    private final BusinessCalendar calendar;
    private final Clock clock;

    Wording(MessageSource messages, Domains domains, BusinessCalendar calendar, Clock clock) {
        this.messages = messages;
        this.domains = domains;
        this.calendar = calendar;
        this.clock = clock;
    }

    public Words in(Language language) {
        return new Words(messages, domains, calendar.zone(), clock, language);
    }
}

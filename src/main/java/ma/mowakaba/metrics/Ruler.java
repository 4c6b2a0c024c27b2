package ma.mowakaba.metrics;

import ma.mowakaba.calendar.BusinessCalendar;
import ma.mowakaba.metrics.Scoreboard.Question;
import org.springframework.stereotype.Component;

/** Divides the period of a question. */
@Component
class Ruler {

    private final BusinessCalendar calendar;
    private final MetricsSettings settings;

    Ruler(BusinessCalendar calendar, MetricsSettings settings) {
        this.calendar = calendar;
        this.settings = settings;
    }

    Intervals intervals(Question question) {
        return Intervals.of(question, calendar.zone(), settings);
    }
}

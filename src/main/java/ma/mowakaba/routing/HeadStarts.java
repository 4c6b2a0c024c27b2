package ma.mowakaba.routing;

import java.time.Duration;
import java.time.Instant;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.routing.RoutingSettings.HeadStart;

/**
 * What priority means: {@code rank = since − head start}, and the line is served by rank. With the defaults an urgent contact passes
 * everybody of low priority who came less than 120 minutes before it, and nobody who came earlier. So a contact is only ever passed by
 * those who arrive within the difference of two head starts after it, and nobody starves.
 */
final class HeadStarts {

    private HeadStarts() {}

    static Instant rank(Instant since, Priority priority, HeadStart settings) {
        return since.minus(of(priority, settings));
    }

    private static Duration of(Priority priority, HeadStart settings) {
        return switch (priority) {
            case LOW -> settings.low();
            case NORMAL -> settings.normal();
            case HIGH -> settings.high();
            case URGENT -> settings.urgent();
        };
    }
}

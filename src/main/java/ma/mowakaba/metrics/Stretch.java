package ma.mowakaba.metrics;

import java.time.Duration;
import java.time.Instant;

/** Some time, from one instant to another. */
record Stretch(Instant from, Instant to) {

    Duration length() {
        return Duration.between(from, to);
    }
}

package ma.mowakaba.mail;

import java.time.Duration;
import java.util.List;

/** Settings of the checks for tests, each with one thing set. */
final class CheckFixtures {

    static final CheckSettings.Storm STORM = new CheckSettings.Storm(Duration.ofHours(1), 60, 120, Duration.ofHours(1));

    private CheckFixtures() {}

    static CheckSettings keys(String... keys) {
        return new CheckSettings(List.of(), List.of(), List.of(keys), STORM);
    }

    static CheckSettings colleagues(String... colleagues) {
        return new CheckSettings(List.of(), List.of(colleagues), List.of(), STORM);
    }
}

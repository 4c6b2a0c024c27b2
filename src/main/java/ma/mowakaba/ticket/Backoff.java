package ma.mowakaba.ticket;

import java.time.Duration;
import java.util.List;

/** The growing pauses between attempts. */
final class Backoff {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1));

    private Backoff() {}

    /** @param attempts 1 after the first that failed */
    static Duration after(int attempts) {
        return PAUSES.get(Math.clamp(attempts, 1, PAUSES.size()) - 1);
    }
}

package ma.mowakaba.metrics;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Durations of one row of figures, for their mean and their percentiles by nearest rank. In microseconds, as stored. */
final class Waits {

    private long[] micros = new long[16];
    private int count;
    private boolean sorted = true;

    void add(long wait) {
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, count * 2);
        }
        micros[count++] = wait;
        sorted = false;
    }

    Optional<Duration> mean() {
        long sum = Arrays.stream(micros, 0, count).sum();
        return count == 0 ? Optional.empty() : Optional.of(duration(sum / count));
    }

    /**
     * @param percent over 0, up to 100
     * @return the smallest value that at least so many percent do not exceed
     */
    Optional<Duration> percentile(int percent) {
        if (count == 0) {
            return Optional.empty();
        }
        if (!sorted) {
            Arrays.sort(micros, 0, count);
            sorted = true;
        }
        int rank = (int) ((percent * (long) count + 99) / 100);
        return Optional.of(duration(micros[rank - 1]));
    }

    private static Duration duration(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }
}

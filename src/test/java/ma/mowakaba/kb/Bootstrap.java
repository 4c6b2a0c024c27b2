package ma.mowakaba.kb;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** A mean with the interval in which it lies with 95 %, by drawing the same number of values again 2,000 times, always the same way. */
record Bootstrap(double mean, double low, double high) {

    private static final int DRAWS = 2_000;
    private static final long SEED = 20_261_127;

    static Bootstrap of(List<Measures> measures, ToDoubleFunction<Measures> measure) {
        return of(measures.stream().mapToDouble(measure).toArray());
    }

    static Bootstrap of(double... values) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            means[draw] = random.ints(values.length, 0, values.length)
                    .mapToDouble(at -> values[at])
                    .average()
                    .orElse(0);
        }
        Arrays.sort(means);
        return new Bootstrap(
                Arrays.stream(values).average().orElse(0), means[DRAWS / 40], means[DRAWS - 1 - DRAWS / 40]);
    }

    /** @return as {@code 0.965 [0.957, 0.972]} */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", mean, low, high);
    }
}

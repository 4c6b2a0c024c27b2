package ma.mowakaba.metrics;

import java.util.List;
import java.util.Optional;

/**
 * The five ways in use of saying how many were answered in time. They differ in what becomes of those who gave up.
 *
 * @param answered A
 * @param abandoned B
 * @param answeredWithin A_T, within the threshold
 * @param abandonedWithin B_T
 * @param shortAbandoned B_S
 */
record ServiceLevel(long answered, long abandoned, long answeredWithin, long abandonedWithin, long shortAbandoned) {

    /**
     * Answered in time, over those answered and those who gave up after the threshold; short abandons count nowhere, even where the
     * threshold is shorter than they are.
     *
     * @return 0.0 to 1.0, empty when nobody called
     */
    Optional<Double> usual() {
        long late = Math.max(0, abandoned - Math.max(abandonedWithin, shortAbandoned));
        return ratio(answeredWithin, answered + late);
    }

    /** @return variants 1 to 5, each 0.0 to 1.0, empty when nobody called */
    List<Optional<Double>> variants() {
        long all = answered + abandoned;
        return List.of(
                ratio(answeredWithin + abandonedWithin, all),
                ratio(answeredWithin, answered),
                ratio(answeredWithin, all),
                ratio(answeredWithin, all - abandonedWithin),
                ratio(answeredWithin + shortAbandoned, all));
    }

    static Optional<Double> ratio(long part, long whole) {
        return whole == 0 ? Optional.empty() : Optional.of((double) part / whole);
    }
}

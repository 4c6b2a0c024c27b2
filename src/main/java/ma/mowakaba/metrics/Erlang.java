package ma.mowakaba.metrics;

/**
 * How many advisors a load of calls needs: Erlang C, where everybody waits until he is served, and Erlang A, where people give up.
 * Factorials are avoided by the recursion of Erlang B.
 *
 * @see <a href="https://doi.org/10.1287/msom.4.3.208.7753">Garnett, Mandelbaum, Reiman: Designing a call center with impatient
 *     customers</a>
 */
public final class Erlang {

    /** Terms smaller than this beside those before it no longer count. */
    private static final double NEGLIGIBLE = 1e-17;

    private Erlang() {}

    /**
     * @param perSecond calls that arrive in a second
     * @param handleSeconds average handling time
     */
    public record Load(double perSecond, double handleSeconds) {

        /** @return in Erlang: how many advisors would be busy if nobody waited */
        public double erlangs() {
            return perSecond * handleSeconds;
        }
    }

    /**
     * What a number of advisors achieves.
     *
     * @param waitProbability that somebody has to wait at all
     * @param serviceLevel share of all callers who are answered within the threshold
     * @param meanWaitSeconds of everybody, those included who gave up
     * @param occupancy share of their time the advisors are busy
     * @param abandonment share of callers who gave up, 0 in Erlang C
     */
    public record Figures(
            double waitProbability,
            double serviceLevel,
            double meanWaitSeconds,
            double occupancy,
            double abandonment) {}

    /**
     * Erlang C.
     *
     * @param advisors more than the load in Erlang, else the queue grows without end
     */
    public static Figures patient(Load load, int advisors, double thresholdSeconds) {
        double a = load.erlangs();
        if (advisors <= a) {
            return new Figures(1, 0, Double.POSITIVE_INFINITY, 1, 0);
        }
        double blocked = blocked(a, advisors);
        double occupancy = a / advisors;
        double wait = blocked / (1 - occupancy * (1 - blocked));
        double spare = advisors - a;
        double served = 1 - wait * Math.exp(-spare * thresholdSeconds / load.handleSeconds());
        return new Figures(wait, served, wait * load.handleSeconds() / spare, occupancy, 0);
    }

    /**
     * Erlang A.
     *
     * @param patienceSeconds after which callers give up on average
     */
    public static Figures impatient(Load load, int advisors, double thresholdSeconds, double patienceSeconds) {
        return new Impatient(load, advisors, patienceSeconds).figures(thresholdSeconds);
    }

    /** @return the share of time in which all of them are busy when nobody waits (Erlang B) */
    static double blocked(double a, int advisors) {
        double blocked = 1;
        for (int n = 1; n <= advisors; n++) {
            blocked = a * blocked / (n + a * blocked);
        }
        return blocked;
    }

    /**
     * The states of the queue. With {@code j} callers before him, a caller's wait {@code V} is a sum of exponential times, and
     * {@code e^(−θV)} has the distribution Beta(c, j + 1) with {@code c = N·μ/θ}.
     */
    private static final class Impatient {

        private final Load load;
        private final int advisors;
        private final double leaving;
        private final double ahead;
        private double all;
        private double waiting;
        private double queue;

        Impatient(Load load, int advisors, double patienceSeconds) {
            this.load = load;
            this.advisors = advisors;
            this.leaving = 1 / patienceSeconds;
            this.ahead = advisors / load.handleSeconds() / leaving;
            // Weights relative to the state in which all are busy and nobody waits.
            double weight = 1;
            all = 1 / blocked(load.erlangs(), advisors) - 1;
            for (int j = 0; weight > NEGLIGIBLE * (waiting + 1); j++) {
                waiting += weight;
                queue += j * weight;
                weight *= load.perSecond() / (leaving * (ahead + j + 1));
            }
            all += waiting;
        }

        Figures figures(double thresholdSeconds) {
            double abandonment = leaving * queue / all / load.perSecond();
            return new Figures(
                    waiting / all,
                    served(thresholdSeconds),
                    queue / all / load.perSecond(),
                    load.erlangs() * (1 - abandonment) / advisors,
                    abandonment);
        }

        /** Everybody who need not wait, and of the others those whose wait ends within the threshold and within their patience. */
        private double served(double thresholdSeconds) {
            double x = Math.exp(-leaving * thresholdSeconds);
            double term = Math.exp(-leaving * thresholdSeconds * (ahead + 1));
            double beta = 0;
            double weight = 1;
            double late = 0;
            for (int j = 0; weight > NEGLIGIBLE * waiting; j++) {
                beta += term;
                late += weight * (1 - ahead / (ahead + j + 1) * (1 - beta));
                term *= (1 - x) * (ahead + 1 + j) / (j + 1);
                weight *= load.perSecond() / (leaving * (ahead + j + 1));
            }
            return 1 - late / all;
        }
    }
}

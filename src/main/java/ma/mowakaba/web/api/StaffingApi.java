package ma.mowakaba.web.api;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.metrics.Erlang;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How many advisors are needed. */
@RestController
class StaffingApi {

    /** Rows after the smallest number that meets the target, to see what more would bring. */
    private static final int MORE = 5;

    private static final int MOST_ADVISORS = 2_000;

    /**
     * @param calls in {@code minutes}
     * @param minutes 30 when it is left out
     * @param ahtSeconds talk, hold and after-call work
     * @param thresholdSeconds 20 when it is left out
     * @param targetServiceLevel 0.8 when it is left out
     * @param patienceSeconds after which callers give up on average; they never do when it is left out (Erlang C)
     * @param shrinkage share of paid time nobody is at the telephone, 0 when it is left out
     */
    record Question(
            @Parameter(required = true) double calls,
            Optional<Double> minutes,
            @Parameter(required = true) double ahtSeconds,
            Optional<Double> thresholdSeconds,
            Optional<Double> targetServiceLevel,
            Optional<Double> patienceSeconds,
            Optional<Double> shrinkage) {

        Erlang.Load load() {
            return new Erlang.Load(calls / (minutes.orElse(30.0) * 60), ahtSeconds);
        }

        double target() {
            return targetServiceLevel.orElse(0.8);
        }

        Erlang.Figures figures(int advisors) {
            double threshold = thresholdSeconds.orElse(20.0);
            return patienceSeconds
                    .map(patience -> Erlang.impatient(load(), advisors, threshold, patience))
                    .orElseGet(() -> Erlang.patient(load(), advisors, threshold));
        }

        int positions(int advisors) {
            return (int) Math.ceil(advisors / (1 - shrinkage.orElse(0.0)) - 1e-9);
        }

        Question checked() {
            boolean right = within(calls, 0.001, 1_000_000)
                    && within(ahtSeconds, 1, 86_400)
                    && within(minutes.orElse(30.0), 1, 100_000)
                    && within(thresholdSeconds.orElse(20.0), 0, 86_400)
                    && within(target(), 0, 0.9999)
                    && within(patienceSeconds.orElse(300.0), 1, 86_400)
                    && within(shrinkage.orElse(0.0), 0, 0.9)
                    && load().erlangs() <= MOST_ADVISORS / 2.0;
            if (!right) {
                throw Problem.invalid("staffing.range");
            }
            return this;
        }

        private static boolean within(double value, double least, double most) {
            return value >= least && value <= most;
        }
    }

    /**
     * @param asaSeconds mean wait
     * @param positions to be paid for, shrinkage included
     */
    record StaffingRow(
            int advisors,
            double waitProbability,
            double serviceLevel,
            double asaSeconds,
            double occupancy,
            double abandonment,
            int positions) {}

    /**
     * @param load in Erlang
     * @param model {@code erlang-c} or, with patience, {@code erlang-a}
     * @param advisors the smallest number that meets the target
     */
    record Staffing(double load, String model, int advisors, int positions, List<StaffingRow> rows) {}

    @GetMapping("/api/staffing")
    Staffing staffing(@ParameterObject Question asked) {
        Question question = asked.checked();
        List<StaffingRow> rows = new ArrayList<>();
        int least = (int) Math.floor(question.load().erlangs()) + 1;
        Optional<StaffingRow> enough = Optional.empty();
        for (int advisors = least;
                advisors <= enough.map(StaffingRow::advisors).orElse(MOST_ADVISORS) + MORE;
                advisors++) {
            StaffingRow row = row(question, advisors);
            rows.add(row);
            enough = enough.isEmpty() && row.serviceLevel() >= question.target() ? Optional.of(row) : enough;
        }
        StaffingRow found = enough.orElseThrow(() -> Problem.invalid("staffing.range"));
        String model = question.patienceSeconds().isPresent() ? "erlang-a" : "erlang-c";
        return new Staffing(question.load().erlangs(), model, found.advisors(), found.positions(), rows);
    }

    private static StaffingRow row(Question question, int advisors) {
        Erlang.Figures figures = question.figures(advisors);
        return new StaffingRow(
                advisors,
                figures.waitProbability(),
                figures.serviceLevel(),
                figures.meanWaitSeconds(),
                figures.occupancy(),
                figures.abandonment(),
                question.positions(advisors));
    }
}

package ma.mowakaba.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 100 calls in half an hour, 180 s each, to be answered within 20 s. */
class ErlangTest {

    private static final Erlang.Load LOAD = new Erlang.Load(100 / 1800.0, 180);

    @ParameterizedTest
    @CsvSource({
        "12, .449388, .640158, 40.445",
        "13, .285270, .795595, 17.116",
        "14, .174132, .888350, 7.836",
        "15, .102042, .941453, 3.674",
        "16, .057340, .970560, 1.720"
    })
    void erlangCGivesTheWorkedExample(int advisors, double wait, double serviceLevel, double asa) {
        Erlang.Figures figures = Erlang.patient(LOAD, advisors, 20);

        assertThat(figures.waitProbability()).isCloseTo(wait, within(5e-7));
        assertThat(figures.serviceLevel()).isCloseTo(serviceLevel, within(5e-7));
        assertThat(figures.meanWaitSeconds()).isCloseTo(asa, within(5e-4));
        assertThat(figures.occupancy()).isCloseTo(10.0 / advisors, within(1e-12));
    }

    @Test
    void erlangAGivesTheWorkedExample() {
        Erlang.Figures figures = Erlang.impatient(LOAD, 14, 20, 300);

        assertThat(figures.waitProbability()).isCloseTo(.14526, within(5e-6));
        assertThat(figures.abandonment()).isCloseTo(.013984, within(5e-7));
        assertThat(figures.meanWaitSeconds() / 60).isCloseTo(.069919, within(5e-7));
        assertThat(figures.serviceLevel()).isCloseTo(.916792, within(5e-7));
    }

    @ParameterizedTest
    @CsvSource({"11", "12", "14", "20", "40"})
    void endlessPatienceIsErlangC(int advisors) {
        Erlang.Figures a = Erlang.impatient(LOAD, advisors, 20, 1e9);
        Erlang.Figures c = Erlang.patient(LOAD, advisors, 20);

        assertThat(a.waitProbability()).isCloseTo(c.waitProbability(), within(1e-5));
        assertThat(a.serviceLevel()).isCloseTo(c.serviceLevel(), within(1e-5));
        assertThat(a.meanWaitSeconds()).isCloseTo(c.meanWaitSeconds(), within(c.meanWaitSeconds() * 1e-3));
        assertThat(a.abandonment()).isCloseTo(0, within(1e-5));
    }

    @Test
    void tooFewAdvisorsNeverCatchUpWithPatientCallers() {
        assertThat(Erlang.patient(LOAD, 10, 20).serviceLevel()).isZero();
        assertThat(Erlang.impatient(LOAD, 10, 20, 300).abandonment()).isBetween(0.05, 0.2);
    }

    @Test
    void hundredsOfAdvisorsAreNoTroubleForTheNumbers() {
        Erlang.Load large = new Erlang.Load(5, 180);

        assertThat(Erlang.patient(large, 950, 20).serviceLevel()).isBetween(0.9, 1.0);
        assertThat(Erlang.impatient(large, 905, 20, 300).serviceLevel()).isBetween(0.5, 1.0);
    }
}

package ma.mowakaba.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many thousand random steps of arrivals, departures, phones that ring or do not, and decisions; see {@link SimulatedCenter}. */
class RoutingSimulationTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theInvariantsHoldForKnownSeeds(long seed) {
        new SimulatedCenter(seed).run(1_500);
    }

    @Test
    void theInvariantsHoldForANewSeed() {
        long seed = System.nanoTime();
        System.out.println("RoutingSimulationTest seed " + seed);
        new SimulatedCenter(seed).run(2_500);
    }

    @Test
    void theSameSituationGivesTheSameMovesInWhateverOrderItIsRead() {
        SimulatedCenter center = new SimulatedCenter(42);
        for (int round = 0; round < 300; round++) {
            center.step();
            assertThat(center.moves(false)).isEqualTo(center.moves(true));
        }
    }

    @Test
    void whenNobodyComesAnyMoreEverybodyIsServed() {
        for (long seed = 100; seed < 108; seed++) {
            SimulatedCenter center = new SimulatedCenter(seed);
            center.run(500);
            center.drain();
            assertThat(center.waiting()).as("seed %s", seed).isEmpty();
        }
    }
}

package ma.mowakaba.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceLevelTest {

    /** @see <a href="https://www.callcentrehelper.com/">the worked example of Call Centre Helper</a> */
    @Test
    void theFiveVariantsGiveTheFiguresOfTheWorkedExample() {
        var level = new ServiceLevel(1000, 60, 860, 20, 10);
        double[] expected = {83.02, 86.00, 81.13, 82.69, 82.08};
        for (int variant = 0; variant < 5; variant++) {
            assertThat(level.variants().get(variant).orElseThrow() * 100).isCloseTo(expected[variant], within(0.005));
        }
        assertThat(level.usual().orElseThrow() * 100).isCloseTo(82.69, within(0.005));
    }

    @Test
    void nobodyCalledIsNeitherZeroNorAHundred() {
        var level = new ServiceLevel(0, 0, 0, 0, 0);
        assertThat(level.usual()).isEmpty();
        assertThat(level.variants()).containsOnly(Optional.empty());
    }

    @Test
    void percentilesAreTakenByNearestRank() {
        var waits = new Waits();
        List.of(15L, 20L, 35L, 40L, 50L).forEach(second -> waits.add(second * 1_000_000));
        assertThat(waits.percentile(30)).contains(Duration.ofSeconds(20));
        assertThat(waits.percentile(50)).contains(Duration.ofSeconds(35));
        assertThat(waits.percentile(90)).contains(Duration.ofSeconds(50));
        assertThat(waits.percentile(100)).contains(Duration.ofSeconds(50));
        assertThat(waits.mean()).contains(Duration.ofSeconds(32));
        assertThat(new Waits().percentile(50)).isEmpty();
    }

    @Test
    void parallelContactsCountOnceInTheHandling() {
        Instant noon = Instant.parse("2026-11-20T12:00:00Z");
        var first = new Stretch(noon, noon.plusSeconds(60));
        var second = new Stretch(noon.plusSeconds(30), noon.plusSeconds(90));
        var present = new Stretch(noon.minusSeconds(30), noon.plusSeconds(120));
        Coverage busy = Coverage.of(List.of(second, first));
        Coverage all = Coverage.of(List.of(present, first, second));
        assertThat(busy.within(noon.minusSeconds(60), noon.plusSeconds(600))).isEqualTo(Duration.ofSeconds(90));
        assertThat(busy.within(noon.plusSeconds(10), noon.plusSeconds(70))).isEqualTo(Duration.ofSeconds(60));
        assertThat(all.within(noon.minusSeconds(60), noon.plusSeconds(600))).isEqualTo(Duration.ofSeconds(150));
    }

    @Test
    void timeInPiecesIsCutWhereAPeriodBeginsAndEnds() {
        Instant noon = Instant.parse("2026-11-20T12:00:00Z");
        Coverage pieces = Coverage.of(List.of(
                new Stretch(noon.plusSeconds(100), noon.plusSeconds(200)), new Stretch(noon, noon.plusSeconds(50))));
        assertThat(pieces.within(noon.plusSeconds(25), noon.plusSeconds(125))).isEqualTo(Duration.ofSeconds(50));
        assertThat(pieces.within(noon.plusSeconds(50), noon.plusSeconds(100))).isEqualTo(Duration.ZERO);
        assertThat(pieces.within(noon.minusSeconds(50), noon)).isEqualTo(Duration.ZERO);
        assertThat(pieces.within(noon, noon.plusSeconds(1000))).isEqualTo(Duration.ofSeconds(150));
    }
}

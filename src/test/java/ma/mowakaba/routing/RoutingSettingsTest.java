package ma.mowakaba.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import ma.mowakaba.kernel.Priority;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RoutingSettingsTest {

    private final RoutingSettings settings = new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("mowakaba.routing", RoutingSettings.class);

    @Test
    void theDefaultsAreThese() {
        assertThat(settings)
                .hasToString("RoutingSettings["
                        + "live=Live[levelTwo=PT10S, levelOne=PT20S, otherLanguage=PT1M, general=PT2M], "
                        + "written=Written[levelTwo=PT1M, levelOne=PT2M, otherLanguage=PT15M, general=PT30M], "
                        + "headStart=HeadStart[low=PT0S, normal=PT10M, high=PT30M, urgent=PT2H], "
                        + "calls=Calls[reservation=PT15S, silence=PT1M, drainAfter=PT30S], "
                        + "avoid=PT2M, mailsStay=PT2H, window=50]");
    }

    @Test
    void anUrgentContactPassesWhoCameWithinTheDifferenceOfTheHeadStarts() {
        Instant urgent = HeadStarts.rank(RoutingFixtures.NOW, Priority.URGENT, settings.headStart());
        Instant justBefore =
                HeadStarts.rank(RoutingFixtures.NOW.minus(Duration.ofMinutes(119)), Priority.LOW, settings.headStart());
        Instant longBefore =
                HeadStarts.rank(RoutingFixtures.NOW.minus(Duration.ofMinutes(121)), Priority.LOW, settings.headStart());

        assertThat(urgent).isBefore(justBefore).isAfter(longBefore);
    }
}

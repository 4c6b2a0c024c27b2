package ma.mowakaba.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import ma.mowakaba.kernel.Priority;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TicketSettingsTest {

    @Test
    void theDefaultsAreTheDocumentedOnes() {
        TicketSettings settings =
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("mowakaba.ticket", TicketSettings.class);

        assertThat(settings)
                .isEqualTo(new TicketSettings(
                        new TicketSettings.FirstResponse(960, 480, 120, 30),
                        new TicketSettings.Resolution(4800, 2400, 960, 480),
                        Duration.ofDays(14),
                        new TicketSettings.OutboxSettings(
                                Duration.ofMinutes(5), Duration.ofDays(3), Duration.ofSeconds(5), 16),
                        new TicketSettings.SortingSettings(Duration.ofMinutes(5), Duration.ofDays(365))));
        assertThat(settings.firstResponse().of(Priority.URGENT)).isEqualTo(30);
        assertThat(settings.resolution().of(Priority.LOW)).isEqualTo(4800);
    }
}

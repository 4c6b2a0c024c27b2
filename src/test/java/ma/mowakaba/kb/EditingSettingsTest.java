package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class EditingSettingsTest {

    private final Binder binder = new Binder(new MapConfigurationPropertySource());

    @Test
    void theDefaultsAreTheDocumentedOnes() {
        assertThat(binder.bindOrCreate("mowakaba.kb.links", LinkSettings.class))
                .isEqualTo(new LinkSettings(
                        List.of(), Duration.ofSeconds(10), Duration.ofDays(7), Duration.ofHours(6), 20));
        assertThat(binder.bindOrCreate("mowakaba.kb.transfer", TransferSettings.class))
                .isEqualTo(new TransferSettings(
                        DataSize.ofMegabytes(20), DataSize.ofKilobytes(400), 2_000, Duration.ofDays(1)));
    }
}

package ma.mowakaba.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import ma.mowakaba.kernel.EmailAddress;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CheckSettingsTest {

    @Test
    void theDefaultsAreTheDocumentedOnes() {
        CheckSettings settings = new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("mowakaba.mail.checks", CheckSettings.class);

        assertThat(settings)
                .isEqualTo(new CheckSettings(
                        List.of(),
                        List.of(),
                        List.of(),
                        new CheckSettings.Storm(Duration.ofHours(1), 60, 120, Duration.ofHours(1))));
    }

    @Test
    void aKeyThatCouldBeGuessedIsRefused() {
        assertThatThrownBy(() -> CheckFixtures.keys("short")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aColleagueIsAnAddressOrAnyAtADomain() {
        CheckSettings settings = CheckFixtures.colleagues("accueil@example.org", "@centre.example.ma");

        assertThat(settings.isColleague(new EmailAddress("Accueil@example.org")))
                .isTrue();
        assertThat(settings.isColleague(new EmailAddress("x@centre.example.ma")))
                .isTrue();
        assertThat(settings.isColleague(new EmailAddress("x@evilcentre.example.ma")))
                .isFalse();
        assertThat(settings.isColleague(new EmailAddress("x@example.org"))).isFalse();
    }
}

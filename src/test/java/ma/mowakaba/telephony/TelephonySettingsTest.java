package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TelephonySettingsTest {

    @Test
    void oneExchangeNeedsNoNameAndHasEverything() {
        TelephonySettings settings =
                settings(Map.of("exchange.host", "pbx", "exchange.secret", "s", "journal.cel", "/journal/cel"));
        assertThat(settings.sites()).hasSize(1);
        assertThat(settings.exchange().name()).isEqualTo("mw1");
        assertThat(settings.sites().getFirst().journal().cel()).isEqualTo("/journal/cel");
        assertThat(settings.owner("mw1-1795460000.12")).isEqualTo("mw1");
        assertThat(settings.owner("other-1795460000.12")).isEqualTo("mw1");
        assertThat(settings.owner("1795460000.12")).isEqualTo("mw1");
        assertThat(settings.home("1001")).isEqualTo("mw1");
    }

    @Test
    void aCallIsItsExchangesByTheNameBeforeTheFirstDash() {
        TelephonySettings settings = two();
        assertThat(settings.owner("mw2-1795460000.12")).isEqualTo("mw2");
        assertThat(settings.owner("mw2-out-1-2")).isEqualTo("mw2");
        assertThat(settings.owner("mw22-1795460000.12")).isEqualTo("mw1");
        assertThat(settings.owner("mw2")).isEqualTo("mw1");
        assertThat(settings.owner("")).isEqualTo("mw1");
    }

    @Test
    void aTelephoneIsAtTheExchangeThatNamesIt() {
        TelephonySettings settings = two();
        assertThat(settings.home("3005")).isEqualTo("mw2");
        assertThat(settings.home("3100")).isEqualTo("mw2");
        assertThat(settings.home("3041")).isEqualTo("mw1");
        assertThat(settings.home("30050")).isEqualTo("mw1");
    }

    @Test
    void namesAreSystemNamesAndEachIsGivenOnce() {
        assertThatThrownBy(() -> settings(Map.of("exchanges[0].exchange.name", "mw1")))
                .hasRootCauseMessage("mowakaba.telephony.exchanges: each exchange needs a name of its own: [mw1, mw1]");
        assertThatThrownBy(() -> settings(Map.of("exchange.name", "mw-1")))
                .hasRootCauseMessage("The name of an exchange is its SYSTEM_NAME, at most 20 letters and digits: mw-1");
    }

    private static TelephonySettings two() {
        return settings(
                Map.of("exchanges[0].exchange.name", "mw2", "exchanges[0].exchange.extensions", "3001-3040 3100"));
    }

    private static TelephonySettings settings(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("", TelephonySettings.class);
    }
}

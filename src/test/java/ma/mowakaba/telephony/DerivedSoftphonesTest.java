package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Capacity;
import ma.mowakaba.staff.Role;
import ma.mowakaba.staff.StaffId;
import org.junit.jupiter.api.Test;

class DerivedSoftphonesTest {

    private static final String SECRET = "6 of the%secret\\characters+=";
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private final DerivedSoftphones phones = phones("wss://pbx.example.ma:8089/ws", "2001-2300 2400");

    @Test
    void theExchangeAndTheCenterWorkOutTheSamePasswords() throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder("telephony/phone-passwords", "2001-2002", "2400");
        script.environment().put("PHONE_SECRET", SECRET);
        Process running = script.start();
        String written = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).isZero();
        assertThat(written.lines())
                .containsExactly(
                        "2001/" + phones.line(at("2001")).password(),
                        "2002/" + phones.line(at("2002")).password(),
                        "2400/" + phones.line(at("2400")).password());
        assertThat(phones.line(at("2001")).password())
                .hasSize(64)
                .isNotEqualTo(phones.line(at("2002")).password());
    }

    @Test
    void onlyTheExtensionsThatAreNamedAreTelephonesInTheBrowser() {
        assertThat(phones.has(at("2001"))).isTrue();
        assertThat(phones.has(at("2300"))).isTrue();
        assertThat(phones.has(at("2301"))).isFalse();
        assertThat(phones.has(at("220"))).isFalse();
        assertThat(phones.has(at("22000"))).isFalse();
        assertThatThrownBy(() -> phones.line(at("1001"))).isInstanceOf(Problem.class);
    }

    @Test
    void withoutAnAddressNobodyHasOne() {
        assertThat(phones("", "2001-2300").has(at("2001"))).isFalse();
        assertThat(phones("", "2001-2300").address()).isEmpty();
    }

    @Test
    void anAddressThatCouldSayMoreInThePagesPolicyIsRefused() {
        assertThatThrownBy(() -> phones("wss://pbx.example.ma/ws; script-src *", ""))
                .hasMessageContaining("wss://");
        assertThatThrownBy(() -> phones("https://pbx.example.ma/ws", "")).hasMessageContaining("wss://");
    }

    @Test
    void theRelayIsGivenACredentialThatRunsOut() {
        Softphones.Relay relay = phones.line(at("2001")).relays().getFirst();
        assertThat(relay.user()).isEqualTo("1795478400:2001");
        assertThat(relay.until()).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(relay.credential()).isNotBlank().doesNotContain("turn-secret");
    }

    private static DerivedSoftphones phones(String address, String extensions) {
        return new DerivedSoftphones(
                new PhoneSettings(
                        address, SECRET, extensions, "turns:turn.example.ma:5349", "turn-secret", Duration.ofHours(12)),
                NOON);
    }

    private static Advisor at(String extension) {
        return new Advisor(
                new StaffId(UUID.randomUUID()),
                "salma",
                "Salma",
                Language.FR,
                Set.of(Role.ADVISOR),
                Optional.of(extension),
                Set.of(),
                Capacity.USUAL);
    }
}

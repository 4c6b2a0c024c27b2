package ma.mowakaba.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import ma.mowakaba.HandMovedClock;
import ma.mowakaba.staff.ApiTokens.Client;
import org.junit.jupiter.api.Test;

class KnownTokensTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Client PORTAL = new Client(UUID.randomUUID(), "Portal", Set.of(ApiTokens.Scope.MAIL), NOON);

    private final HandMovedClock clock = new HandMovedClock(NOON);
    private final KnownTokens known = new KnownTokens(clock);
    private final AtomicInteger asked = new AtomicInteger();
    private Optional<Client> stored = Optional.of(PORTAL);

    @Test
    void aTokenIsLookedUpOnceInFiveSeconds() {
        assertThat(ask()).contains(PORTAL);
        clock.move(Duration.ofMillis(4_999));
        assertThat(ask()).contains(PORTAL);
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatAnotherNodeRevokedOpensNothingAfterFiveSeconds() {
        ask();
        stored = Optional.empty();
        clock.move(Duration.ofSeconds(5));
        assertThat(ask()).isEmpty();
    }

    @Test
    void whatIsRevokedHereOpensNothingAtOnce() {
        ask();
        stored = Optional.empty();
        known.changing(new KnownTokens.Changed());
        assertThat(ask()).isEmpty();
    }

    @Test
    void aTokenReadWhileItIsRevokedIsNotKept() {
        Optional<Client> read = known.get("hash", () -> {
            known.changed(new KnownTokens.Changed());
            return stored;
        });
        assertThat(read).contains(PORTAL);
        stored = Optional.empty();
        assertThat(ask()).isEmpty();
    }

    @Test
    void aClockThatIsSetBackKeepsNoTokenForLonger() {
        ask();
        stored = Optional.empty();
        clock.move(Duration.ofHours(-1));
        assertThat(ask()).isEmpty();
    }

    @Test
    void aTokenThatWasUnknownIsLookedUpAgain() {
        stored = Optional.empty();
        assertThat(ask()).isEmpty();
        stored = Optional.of(PORTAL);
        assertThat(ask()).contains(PORTAL);
    }

    private Optional<Client> ask() {
        return known.get("hash", () -> {
            asked.incrementAndGet();
            return stored;
        });
    }
}

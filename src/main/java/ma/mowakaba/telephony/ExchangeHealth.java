package ma.mowakaba.telephony;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health {@code exchange}. Without an exchange mail and chat go on, so readiness does not ask. */
@Component("exchange")
class ExchangeHealth implements HealthIndicator {

    private final ExchangeLink exchange;
    private final TelephonySettings settings;

    ExchangeHealth(ExchangeLink exchange, TelephonySettings settings) {
        this.exchange = exchange;
        this.settings = settings;
    }

    @Override
    public Health health() {
        if (settings.exchange().host().isBlank()) {
            return Health.unknown().build();
        }
        Switchboard.ExchangeState state = exchange.state();
        return (state.connected() ? Health.up() : Health.down())
                .withDetail("since", state.since())
                .build();
    }
}

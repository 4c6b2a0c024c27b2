package ma.mowakaba.telephony;

import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health {@code exchange}. While one is away mail and chat go on, so readiness does not ask. */
@Component("exchange")
class ExchangeHealth implements HealthIndicator {

    private final Exchanges exchanges;

    ExchangeHealth(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public Health health() {
        List<Exchanges.Node> linked =
                exchanges.all().stream().filter(Exchanges.Node::linked).toList();
        if (linked.isEmpty()) {
            return Health.unknown().build();
        }
        Health.Builder health = exchanges.state().connected() ? Health.up() : Health.down();
        linked.forEach(node -> health.withDetail(node.name(), details(node.link().state())));
        return health.build();
    }

    private static Map<String, Object> details(Switchboard.ExchangeState state) {
        return Map.of("connected", state.connected(), "since", state.since());
    }
}

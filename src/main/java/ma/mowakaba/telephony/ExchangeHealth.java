package ma.mowakaba.telephony;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health {@code exchange}. While one is away mail and chat go on, so readiness does not ask. */
@Component("exchange")
class ExchangeHealth implements HealthIndicator {

    private final Exchanges exchanges;
    private final ExchangeWatch watch;

    ExchangeHealth(Exchanges exchanges, ExchangeWatch watch) {
        this.exchanges = exchanges;
        this.watch = watch;
    }

    @Override
    public Health health() {
        List<Exchanges.Node> known = exchanges.all().stream()
                .filter(node -> node.linked() || silence(node).isPresent())
                .toList();
        if (known.isEmpty()) {
            return Health.unknown().build();
        }
        boolean up = exchanges.state().connected() && watch.silent().isEmpty();
        Health.Builder health = up ? Health.up() : Health.down();
        known.forEach(node -> health.withDetail(node.name(), details(node)));
        return health.build();
    }

    private Map<String, Object> details(Exchanges.Node node) {
        Switchboard.ExchangeState state = node.link().state();
        Map<String, Object> details = new TreeMap<>();
        if (node.linked()) {
            details.put("connected", state.connected());
            details.put("since", state.since());
        }
        silence(node).ifPresent(silence -> {
            details.put("silent", silence.journalOnly() ? "journal" : "exchange");
            details.put("silentSince", silence.since());
        });
        return details;
    }

    private Optional<Switchboard.Silence> silence(Exchanges.Node node) {
        return watch.silent().stream()
                .filter(silence -> silence.exchange().equals(node.name()))
                .findFirst();
    }
}

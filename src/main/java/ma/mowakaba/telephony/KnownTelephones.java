package ma.mowakaba.telephony;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ma.mowakaba.routing.ReachableTelephones;
import ma.mowakaba.routing.TelephoneChanged;
import ma.mowakaba.staff.Accounts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What this node has heard of each telephone. While the exchange is away what it said last counts; when it is back it is asked. */
@Component
class KnownTelephones implements ReachableTelephones {

    private final Map<String, Boolean> known = new ConcurrentHashMap<>();
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KnownTelephones(Accounts accounts, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean reachable(String extension) {
        return known.getOrDefault(extension, true);
    }

    @EventListener
    void heard(DeviceState state) {
        state.extension().ifPresent(extension -> {
            Boolean before = known.put(extension, state.reachable());
            if (state.reachable() != (before == null || before)) {
                accounts.byExtension(extension)
                        .ifPresent(advisor -> events.publishEvent(
                                new TelephoneChanged(advisor.id(), state.reachable(), clock.instant())));
            }
        });
    }
}

package ma.mowakaba.web.live;

import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.messaging.simp.broker.BrokerAvailabilityEvent;
import org.springframework.messaging.simp.user.UserRegistryMessageHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.messaging.SessionSubscribeEvent;

/**
 * Nodes paint only what somebody listens to, so that each must know at once who listens at the others: by itself Spring tells them
 * every ten seconds, in which a screen just opened would stay still.
 */
@Component
class ListenersElsewhere {

    private static final Duration REST = Duration.ofMillis(100);
    private static final Duration FORGOTTEN = Duration.ofSeconds(6);

    private final ObjectProvider<UserRegistryMessageHandler> registries;
    private final Coalescer coalescer;
    private volatile boolean broker;

    ListenersElsewhere(ObjectProvider<UserRegistryMessageHandler> registries, Coalescer coalescer) {
        this.registries = registries;
        this.coalescer = coalescer;
    }

    /** Spring starts its own timer then. */
    @EventListener
    void available(BrokerAvailabilityEvent event) {
        broker = event.isBrokerAvailable();
    }

    /** The registry of this node has heard it before, see {@link WebSocketConfig}. Without a relay there is nobody to tell. */
    @EventListener
    void joined(SessionSubscribeEvent event) {
        registries.ifAvailable(registry -> coalescer.ask(registry, REST, () -> tell(registry)));
    }

    /** Starting its timer anew makes it tell at once. */
    private void tell(UserRegistryMessageHandler registry) {
        if (!broker) {
            return;
        }
        registry.setRegistryExpirationPeriod(FORGOTTEN.toMillis());
        registry.onApplicationEvent(new BrokerAvailabilityEvent(false, this));
        registry.onApplicationEvent(new BrokerAvailabilityEvent(true, this));
    }
}

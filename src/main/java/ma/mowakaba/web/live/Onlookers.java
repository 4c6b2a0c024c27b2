package ma.mowakaba.web.live;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.user.SimpUserRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.messaging.SessionSubscribeEvent;

/** Who else has a case open, so that two people do not answer it at once. Whoever opens one listens to its stream. */
@Component
public class Onlookers {

    private static final String CASES = "/topic/live/ticket/";

    private final SimpUserRegistry listeners;
    private final Streams streams;

    Onlookers(SimpUserRegistry listeners, Streams streams) {
        this.listeners = listeners;
        this.streams = streams;
    }

    /** @return names of the accounts that have it open */
    public Set<String> of(UUID ticket) {
        return listeners.findSubscriptions(one -> one.getDestination().equals(CASES + ticket)).stream()
                .map(one -> one.getSession().getUser().getName())
                .collect(Collectors.toUnmodifiableSet());
    }

    @EventListener
    void joined(SessionSubscribeEvent event) {
        Optional.ofNullable(SimpMessageHeaderAccessor.getDestination(
                        event.getMessage().getHeaders()))
                .filter(destination -> destination.startsWith(CASES))
                .ifPresent(destination -> streams.notice(destination, "viewers"));
    }
}

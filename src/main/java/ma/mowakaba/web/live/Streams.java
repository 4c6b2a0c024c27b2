package ma.mowakaba.web.live;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.messaging.simp.user.SimpUserRegistry;
import org.springframework.stereotype.Component;

/** Numbered streams of painted parts. A number belongs to one stream of one node; a client that misses one asks for a snapshot. */
@Component
public class Streams {

    private static final Logger log = LoggerFactory.getLogger(Streams.class);

    private final SimpMessagingTemplate broker;
    private final SimpUserRegistry listeners;
    private final String node = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, AtomicLong> numbers = new ConcurrentHashMap<>();

    Streams(SimpMessagingTemplate broker, SimpUserRegistry listeners) {
        this.broker = broker;
        this.listeners = listeners;
    }

    /**
     * A painting on its way.
     *
     * @param s the stream on this node
     * @param n its number in the stream, from 1
     * @param html the whole part
     */
    record Frame(String s, long n, String part, String html) {}

    /** @return the number of the last painting that left */
    public long last(String destination) {
        return number(destination).get();
    }

    String stream(String destination) {
        return node + destination;
    }

    /** @return whether anybody who is signed in looks at a live screen of this node or, with a relay, of any */
    boolean anybody() {
        return listeners.getUserCount() > 0;
    }

    boolean heard(String destination) {
        return heard(destination::equals);
    }

    /** @return whether anybody listens to a destination that begins like this */
    boolean heardBelow(String beginning) {
        return heard(destination -> destination.startsWith(beginning));
    }

    private boolean heard(Predicate<String> destinations) {
        return !listeners
                .findSubscriptions(subscription -> destinations.test(subscription.getDestination()))
                .isEmpty();
    }

    /** Sends to everybody who listens; nobody listening, nothing is painted. */
    void send(String destination, String part, Supplier<String> html) {
        if (heard(destination)) {
            String painted = html.get();
            long n = number(destination).incrementAndGet();
            whileThereIsABroker(
                    () -> broker.convertAndSend(destination, new Frame(stream(destination), n, part, painted)));
        }
    }

    void sendTo(String username, String destination, String part, Supplier<String> html) {
        var user = listeners.getUser(username);
        String own = "/user" + destination;
        if (user != null
                && user.getSessions().stream()
                        .flatMap(session -> session.getSubscriptions().stream())
                        .anyMatch(subscription -> subscription.getDestination().equals(own))) {
            String key = own(username, destination, part);
            String painted = html.get();
            long n = number(key).incrementAndGet();
            whileThereIsABroker(
                    () -> broker.convertAndSendToUser(username, destination, new Frame(stream(key), n, part, painted)));
        }
    }

    /** Says that something changed, without showing it: each listener fetches what he may see. */
    void notice(String destination, String part) {
        if (heard(destination)) {
            long n = number(destination).incrementAndGet();
            whileThereIsABroker(() -> broker.convertAndSend(destination, new Frame(stream(destination), n, part, "")));
        }
    }

    /** When the relay has lost it, the sockets have gone too; whoever comes back asks for a snapshot. */
    private static void whileThereIsABroker(Runnable send) {
        try {
            send.run();
        } catch (MessageDeliveryException away) {
            log.debug("live: the broker is away", away);
        }
    }

    static String own(String username, String destination, String part) {
        return "/user" + destination + "@" + username + "/" + part;
    }

    private AtomicLong number(String key) {
        return numbers.computeIfAbsent(key, k -> new AtomicLong());
    }
}

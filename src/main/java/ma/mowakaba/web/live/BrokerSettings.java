package ma.mowakaba.web.live;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the live screens.
 *
 * @param origins further origins whose pages may open {@code /ws}; the center's own always may
 * @param heartbeat how often both ends show that they live
 * @param largestMessage of a client; a longer one closes its socket
 * @param sendBuffer what may wait for a slow screen before it is dropped
 * @param sendTime how long one message may take to a slow screen before it is dropped
 * @param recheck how often open sockets are compared with accounts and sessions
 * @param relay the broker that several nodes share; without a host each node is its own broker
 */
@ConfigurationProperties("mowakaba.live")
record BrokerSettings(
        @DefaultValue List<String> origins,
        @DefaultValue("10s") Duration heartbeat,
        @DefaultValue("16KB") DataSize largestMessage,
        @DefaultValue("512KB") DataSize sendBuffer,
        @DefaultValue("10s") Duration sendTime,
        @DefaultValue("2s") Duration recheck,
        @DefaultValue Relay relay) {

    /** @param port of RabbitMQ's STOMP plugin */
    record Relay(
            @DefaultValue("") String host,
            @DefaultValue("61613") int port,
            @DefaultValue("/") String virtualHost,
            @DefaultValue("") String login,
            @DefaultValue("") String passcode) {

        boolean used() {
            return !host.isBlank();
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}

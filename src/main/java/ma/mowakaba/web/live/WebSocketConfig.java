package ma.mowakaba.web.live;

import java.util.List;
import java.util.concurrent.Executor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.socket.EnableWebSocketSecurity;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketTransportRegistration;
import org.springframework.web.socket.server.support.HttpSessionHandshakeInterceptor;

/**
 * STOMP over a plain WebSocket at {@code /ws} for the people who work here. Messages only say what to look at; the database is the
 * truth, so a screen that is too slow is dropped and asks again.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocketMessageBroker
@EnableWebSocketSecurity
class WebSocketConfig implements WebSocketMessageBrokerConfigurer {

    private static final String[] BROKERED = {"/topic", "/queue"};
    private static final String[] RELAYED = {"/topic", "/exchange"};
    private static final int FIRST = 0;

    private final BrokerSettings settings;
    private final OpenSockets sockets;

    WebSocketConfig(BrokerSettings settings, OpenSockets sockets) {
        this.settings = settings;
        this.sockets = sockets;
    }

    /** Without origins of their own only pages of the center itself may connect. */
    @Override
    public void registerStompEndpoints(StompEndpointRegistry registry) {
        registry.addEndpoint("/ws")
                .setAllowedOriginPatterns(settings.origins().toArray(String[]::new))
                .addInterceptors(new HttpSessionHandshakeInterceptor(List.of()));
    }

    @Override
    public void configureWebSocketTransport(WebSocketTransportRegistration transport) {
        transport
                .setMessageSizeLimit((int) settings.largestMessage().toBytes())
                .setSendBufferSizeLimit((int) settings.sendBuffer().toBytes())
                .setSendTimeLimit((int) settings.sendTime().toMillis())
                .addDecoratorFactory(sockets);
    }

    @Override
    public void configureMessageBroker(MessageBrokerRegistry registry) {
        registry.setApplicationDestinationPrefixes("/app")
                .setUserDestinationPrefix("/user")
                .setUserRegistryOrder(FIRST);
        if (settings.relay().used()) {
            relay(registry);
            return;
        }
        long beat = settings.heartbeat().toMillis();
        registry.enableSimpleBroker(BROKERED)
                .setHeartbeatValue(new long[] {beat, beat})
                .setTaskScheduler(heartbeats());
    }

    private void relay(MessageBrokerRegistry registry) {
        BrokerSettings.Relay relay = settings.relay();
        registry.enableStompBrokerRelay(RELAYED)
                .setRelayHost(relay.host())
                .setRelayPort(relay.port())
                .setVirtualHost(relay.virtualHost())
                .setClientLogin(relay.login())
                .setClientPasscode(relay.passcode())
                .setSystemLogin(relay.login())
                .setSystemPasscode(relay.passcode())
                .setUserDestinationBroadcast("/topic/unresolved-user-destination")
                .setUserRegistryBroadcast("/topic/user-registry");
        registry.configureBrokerChannel().interceptors(new RabbitDestinations());
    }

    @Override
    public void configureClientInboundChannel(ChannelRegistration registration) {
        registration.executor(threads("stomp-in-", 256));
        if (settings.relay().used()) {
            registration.interceptors(new RabbitDestinations());
        }
    }

    /** A slow screen holds a thread until its time is up: there must be enough of them for the quick ones. */
    @Override
    public void configureClientOutboundChannel(ChannelRegistration registration) {
        registration.executor(threads("stomp-out-", 1024));
    }

    private static Executor threads(String name, int most) {
        var executor = new SimpleAsyncTaskExecutor(name);
        executor.setVirtualThreads(true);
        executor.setConcurrencyLimit(most);
        return executor;
    }

    private static TaskScheduler heartbeats() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(1);
        scheduler.setThreadNamePrefix("stomp-heartbeat-");
        scheduler.setDaemon(true);
        scheduler.initialize();
        return scheduler;
    }

    @Bean
    AuthorizationManager<Message<?>> stompRules() {
        return new StompRules();
    }
}

package ma.mowakaba.telephony;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import javax.net.SocketFactory;
import ma.mowakaba.kernel.Problem;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.EventTimeoutException;
import org.asteriskjava.manager.ManagerConnection;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.PingThread;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.EventGeneratingAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.event.ConnectEvent;
import org.asteriskjava.manager.event.DeviceStateChangeEvent;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live link to Asterisk: one connection for events, one for actions, since Asterisk-Java answers both on one thread. Its listener only hands
 * over; a hung peer is noticed by pings and a read timeout; signing in is tried for ever, off the start-up path.
 */
final class AmiGateway {

    private static final Logger log = LoggerFactory.getLogger(AmiGateway.class);
    private static final Duration BETWEEN_LOGINS = Duration.ofSeconds(2);
    private static final long ANSWER_MILLIS = 5_000;

    private final TelephonySettings.Exchange settings;
    private final SocketFactory sockets;
    private final AmiFacts facts;
    private final Counter heard;
    private final Clock clock;
    private volatile Switchboard.ExchangeState state;
    private volatile boolean running;
    private volatile Connections connections = Connections.NONE;

    /** @param actions empty until started */
    private record Connections(
            List<ManagerConnection> events, List<ManagerConnection> actions, List<PingThread> pings) {
        static final Connections NONE = new Connections(List.of(), List.of(), List.of());
    }

    AmiGateway(
            TelephonySettings.Exchange settings,
            SocketFactory sockets,
            AmiFacts facts,
            MeterRegistry meters,
            Clock clock) {
        this.settings = settings;
        this.sockets = sockets;
        this.facts = facts;
        this.clock = clock;
        this.state = new Switchboard.ExchangeState(false, clock.instant(), "");
        this.heard = Counter.builder("mowakaba.telephony.events")
                .description("Events heard from the exchange")
                .tag("exchange", settings.name())
                .register(meters);
        meters.gauge(
                "mowakaba.telephony.connected",
                Tags.of("exchange", settings.name()),
                this,
                it -> it.state().connected() ? 1 : 0);
    }

    Switchboard.ExchangeState state() {
        return state;
    }

    void start() {
        running = true;
        ManagerConnection events = new AmiConnection(settings, sockets);
        ManagerConnection actions = new AmiConnection(settings, sockets);
        events.registerUserEventClass(MwCallEndEvent.class);
        events.addEventListener(this::hear);
        PingThread ping = new PingThread();
        ping.setInterval(settings.pingEvery().toMillis());
        ping.setTimeout(2_000);
        ping.addConnection(events);
        ping.addConnection(actions);
        ping.setDaemon(true);
        ping.start();
        connections = new Connections(List.of(events), List.of(actions), List.of(ping));
        Thread.ofVirtual().name("ami-sign-in").start(() -> {
            signIn(actions, "off");
            signIn(events, "on");
        });
    }

    private void signIn(ManagerConnection connection, String events) {
        while (running) {
            try {
                connection.login(events);
                return;
            } catch (IOException | AuthenticationFailedException | TimeoutException e) {
                log.warn(
                        "The exchange at {}:{} does not let us in: {}", settings.host(), settings.port(), e.toString());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOGINS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs on Asterisk-Java's only thread: nothing here waits, and no action is sent. */
    private void hear(ManagerEvent event) {
        heard.increment();
        switch (event) {
            case ConnectEvent connected -> changed(true, String.valueOf(connected.getProtocolIdentifier()));
            case DisconnectEvent gone -> changed(false, "");
            case DeviceStateChangeEvent device -> facts.hear(device);
            default -> facts.hear(event);
        }
    }

    private void changed(boolean connected, String version) {
        state = new Switchboard.ExchangeState(connected, clock.instant(), version);
        log.info(connected ? "Exchange {} is connected" : "Exchange {} is away", settings.name());
        if (connected) {
            facts.lookAgain();
        }
    }

    /** @throws Problem UNAVAILABLE {@code exchange.away}, CONFLICT {@code exchange.refused} */
    void send(ManagerAction action) {
        send(connections.actions(), action);
    }

    /** What is answered to this comes as events, where they are heard. @throws Problem as {@link #send} */
    void ask(ManagerAction action) {
        send(connections.events(), action);
    }

    private static void send(List<ManagerConnection> over, ManagerAction action) {
        try {
            ManagerResponse response = connected(over).sendAction(action, ANSWER_MILLIS);
            if (response instanceof ManagerError) {
                throw Problem.conflict("exchange.refused", String.valueOf(response.getMessage()));
            }
        } catch (IOException | TimeoutException | IllegalStateException e) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "exchange.away");
        }
    }

    <E extends ResponseEvent> List<E> list(EventGeneratingAction action, Class<E> type) {
        try {
            Collection<ResponseEvent> events = connected(connections.actions())
                    .sendEventGeneratingAction(action, ANSWER_MILLIS)
                    .getEvents();
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        } catch (EventTimeoutException | IOException | IllegalStateException e) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "exchange.away");
        }
    }

    private static ManagerConnection connected(List<ManagerConnection> connections) {
        return connections.stream()
                .filter(it -> it.getState() == ManagerConnectionState.CONNECTED)
                .findFirst()
                .orElseThrow(() -> Problem.of(Problem.Kind.UNAVAILABLE, "exchange.away"));
    }

    void stop() {
        running = false;
        connections.pings().forEach(PingThread::die);
        connections.events().forEach(AmiGateway::leave);
        connections.actions().forEach(AmiGateway::leave);
    }

    private static void leave(ManagerConnection connection) {
        try {
            connection.logoff();
        } catch (IllegalStateException e) {
            log.debug("was not signed in", e);
        }
    }
}

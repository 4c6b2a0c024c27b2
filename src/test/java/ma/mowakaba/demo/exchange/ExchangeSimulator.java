package ma.mowakaba.demo.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A telephone exchange that is not one: a TCP server that speaks Asterisk 22's manager protocol, plays recorded calls with fresh names and times, obeys the
 * actions the center sends, rings the members its own queues choose, and writes the journal.
 */
public final class ExchangeSimulator implements AutoCloseable {

    /** Milliseconds. */
    private static final int LAST_WORDS = 500;

    private final Floor floor;
    private final int port;
    private ServerSocket server;

    private ExchangeSimulator(ExchangeSetup setup) {
        this.floor = new Floor(setup);
        this.server = listen(setup.port());
        this.port = server.getLocalPort();
    }

    public static ExchangeSimulator start(ExchangeSetup setup) {
        return new ExchangeSimulator(setup);
    }

    public int port() {
        return port;
    }

    public ExchangeSetup setup() {
        return floor.setup;
    }

    /** @param address of the center's {@code /telephony/route} */
    public void askForRoutes(URI address) {
        floor.route.center(address);
    }

    /** @return the Linkedid; the call goes on by itself */
    public String call(CallScript script) {
        InboundCall call = new InboundCall(floor, script);
        floor.start(call);
        return call.linkedid;
    }

    /** @return whether the call is still going on */
    public boolean lasts(String linkedid) {
        return floor.calls.containsKey(linkedid);
    }

    /** @return how a supervisor's telephone was told to hear this call, as {@code 11001}; empty when none does */
    public List<String> hearing(String device) {
        return floor.calls.values().stream()
                .filter(HearingCall.class::isInstance)
                .map(call -> call.legs.getFirst())
                .filter(leg -> leg.device().equals(device))
                .map(Leg::exten)
                .toList();
    }

    /** @return the Linkedids that wait, in their order */
    public List<String> waiting(String queue) {
        return floor.queues.callers(queue);
    }

    /** @return devices that are members of the queue, as {@code PJSIP/1001}, paused ones too */
    public List<String> members(String queue) {
        return floor.queues.members(queue).stream().map(member -> member.device).toList();
    }

    public List<String> pausedMembers(String queue) {
        return floor.queues.members(queue).stream()
                .filter(member -> member.paused)
                .map(member -> member.device)
                .toList();
    }

    /** Says something to every client, whatever it is. */
    public void say(String... pairs) {
        floor.say(AmiMessage.of(pairs));
    }

    /** @param listener hears every event just before it is written to the clients */
    public void listen(Consumer<AmiMessage> listener) {
        floor.listeners.add(listener);
    }

    /** Says to every client what a real exchange said, with the names and times it had. */
    public void replay(Recording recording) {
        recording.all().forEach(floor::say);
    }

    /** Cuts every client and takes no new one; calls and journal go on. */
    public synchronized void cut() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        floor.sessions.forEach(AmiSession::close);
    }

    /** Listens again after {@link #cut}. */
    public synchronized void restore() {
        server = listen(port);
    }

    /** Ends the calls and gives them a moment to write that they ended; whatever comes later is not written. */
    @Override
    public void close() {
        cut();
        floor.calls.values().forEach(call -> call.signal(new LiveCall.Signal.HangUp()));
        for (int wait = 0; wait < LAST_WORDS && !floor.calls.isEmpty(); wait++) {
            LockSupport.parkNanos(1_000_000);
        }
        floor.journal.close();
    }

    private ServerSocket listen(int wanted) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            Thread.ofVirtual().name("ami-accept").start(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                Thread.ofVirtual().name("ami-session").start(new AmiSession(client, floor)::run);
            } catch (IOException e) {
                // closed
            }
        }
    }
}

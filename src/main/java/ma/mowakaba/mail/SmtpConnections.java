package ma.mowakaba.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections to the mail server that the next mail goes by too: to greet, encrypt and sign in takes longer than to hand a mail over, and servers
 * count it. Each is kept for some seconds, for some mails, and only when all went well.
 */
final class SmtpConnections {

    private static final Logger log = LoggerFactory.getLogger(SmtpConnections.class);
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final int MAILS = 50;
    private static final int KEPT = 16;

    private final ScheduledExecutorService timer;
    private final Deque<Connection> idle = new ArrayDeque<>();

    /** @param timer closes what nobody needed */
    SmtpConnections(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** What a user proves with who he is. */
    @FunctionalInterface
    interface Secret {
        @Nullable
        String tell() throws AccessTokens.NoToken;
    }

    /**
     * @param session its settings name the server
     * @param user nobody where the server asks for none
     * @param secret asked for only when a new connection is made
     * @throws MessagingException the server is away, or does not want us
     * @throws AccessTokens.NoToken whoever gives the tokens is away, or refuses
     */
    Connection open(Session session, @Nullable String user, Secret secret)
            throws MessagingException, AccessTokens.NoToken {
        for (Connection kept = take(); kept != null; kept = take()) {
            if (kept.session == session && kept.transport.isConnected()) {
                return kept;
            }
            kept.close();
        }
        Transport transport = session.getTransport();
        transport.connect(user, secret.tell());
        return new Connection(session, transport);
    }

    /** The mail was taken: another may follow. */
    void keep(Connection connection) {
        connection.mails++;
        connection.idleSince = System.nanoTime();
        synchronized (idle) {
            if (connection.mails < MAILS && idle.size() < KEPT && !timer.isShutdown()) {
                idle.push(connection);
                if (idle.size() == 1) {
                    timer.schedule(this::closeIdle, IDLE.toMillis(), TimeUnit.MILLISECONDS);
                }
                return;
            }
        }
        connection.close();
    }

    private Connection take() {
        synchronized (idle) {
            return idle.poll();
        }
    }

    private void closeIdle() {
        long now = System.nanoTime();
        Deque<Connection> old = new ArrayDeque<>();
        synchronized (idle) {
            while (!idle.isEmpty() && now - idle.peekLast().idleSince >= IDLE.toNanos()) {
                old.add(idle.pollLast());
            }
            if (!idle.isEmpty()) {
                timer.schedule(this::closeIdle, IDLE.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        old.forEach(connection -> Thread.startVirtualThread(connection::close));
    }

    void closeAll() {
        for (Connection kept = take(); kept != null; kept = take()) {
            kept.close();
        }
    }

    /** One to the mail server, of one mail at a time. */
    static final class Connection {
        private final Session session;
        private final Transport transport;
        private int mails;
        private long idleSince;

        private Connection(Session session, Transport transport) {
            this.session = session;
            this.transport = transport;
        }

        Transport transport() {
            return transport;
        }

        /** What was taken stays taken, however the parting goes. */
        void close() {
            try {
                transport.close();
            } catch (MessagingException parting) {
                log.debug("parting from the mail server: {}", parting.toString());
            }
        }
    }
}

package ma.mowakaba.mail;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The wire between the center and a mail server, which can be cut, held, and listened to; encrypted on our side if one likes. */
final class Wire implements Closeable {

    private final ServerSocket front;
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);

    private volatile int target;
    private volatile boolean held;
    private volatile Function<String, Optional<String>> answers = line -> Optional.empty();

    private Wire(ServerSocket front, int target) {
        this.front = front;
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    static Wire to(int target) throws IOException {
        return new Wire(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), target);
    }

    static Wire encrypted(int target, SSLContext keys) throws IOException {
        return new Wire(
                keys.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), target);
    }

    int port() {
        return front.getLocalPort();
    }

    /** From now on to another server. */
    void lead(int other) {
        target = other;
    }

    /** Every connection breaks when that many more bytes have come from the server, to the byte: in the middle of a mail as well. */
    void cutAfter(long bytes) {
        left.set(bytes);
    }

    int cuts() {
        return cuts.get();
    }

    void hold(boolean silent) {
        held = silent;
    }

    /** @param answer to a command, without its tag, instead of the server; may do something before the command goes on its way */
    void listen(Function<String, Optional<String>> answer) {
        answers = answer;
    }

    private void accept() {
        while (!front.isClosed()) {
            try {
                Socket near = front.accept();
                Thread.ofVirtual().start(() -> join(near));
            } catch (IOException closed) {
                // the test is over, or a client has gone
            }
        }
    }

    /** Where nobody listens, whoever called is hung up on. */
    private void join(Socket near) {
        try {
            Socket far = new Socket("127.0.0.1", target);
            Thread.ofVirtual().start(() -> pump(near, far, null));
            pump(far, near, left);
        } catch (IOException nobody) {
            hangUp(near);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pump(Socket from, Socket to, @Nullable AtomicLong budget) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                while (held) {
                    Thread.sleep(20);
                }
                if (budget == null && answered(new String(buffer, 0, read, StandardCharsets.UTF_8), from)) {
                    continue;
                }
                long room = budget == null ? 0 : budget.addAndGet(-read);
                out.write(buffer, 0, (int) Math.max(0, read + Math.min(0, room)));
                out.flush();
                if (room < 0) {
                    cuts.incrementAndGet();
                    return;
                }
            }
        } catch (IOException gone) {
            // either end has hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answered(String command, Socket client) throws IOException {
        Optional<String> answer = answers.apply(command);
        if (answer.isPresent()) {
            String tag = command.substring(0, command.indexOf(' '));
            client.getOutputStream().write((tag + " " + answer.get() + "\r\n").getBytes(StandardCharsets.UTF_8));
            client.getOutputStream().flush();
        }
        return answer.isPresent();
    }

    @Override
    public void close() {
        try {
            front.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

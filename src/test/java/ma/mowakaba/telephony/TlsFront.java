package ma.mowakaba.telephony;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.springframework.boot.ssl.SslBundle;

/** Takes encrypted connections and passes what they say on to a port in the clear, as {@code AMI_TLS_PORT} does. */
final class TlsFront implements AutoCloseable {

    private final ServerSocket server;
    private final int behind;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger received = new AtomicInteger();

    TlsFront(SslBundle bundle, int behind) throws IOException {
        this.behind = behind;
        this.server = bundle.createSslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** @return how often a client left because it does not trust us */
    int refused() {
        return refused.get();
    }

    /** @return bytes that clients said */
    int received() {
        return received.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve((SSLSocket) client));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void serve(SSLSocket client) {
        try (client;
                Socket exchange = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            client.startHandshake();
            open.add(exchange);
            Thread.ofVirtual().start(() -> pass(exchange, client, new AtomicInteger()));
            pass(client, exchange, received);
        } catch (SSLHandshakeException e) {
            refused.incrementAndGet();
        } catch (IOException e) {
            // the test is over
        }
    }

    private static void pass(Socket from, Socket to, AtomicInteger count) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count.addAndGet(read);
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // one of them is gone
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}

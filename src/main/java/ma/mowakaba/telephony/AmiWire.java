package ma.mowakaba.telephony;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.SocketFactory;
import org.asteriskjava.util.SocketConnectionFacade;

/** The lines that go to the exchange and come from it, plain or encrypted as the factory makes its sockets. */
final class AmiWire implements SocketConnectionFacade {

    private static final int CONNECT_MILLIS = 2_000;

    private final Socket socket;
    private final BufferedReader in;
    private final BufferedWriter out;

    /** @param silence after which the exchange counts as gone  @throws IOException also when an encrypted one is not the exchange we trust */
    AmiWire(SocketFactory sockets, InetSocketAddress exchange, Duration silence) throws IOException {
        this.socket = sockets.createSocket();
        try {
            socket.connect(exchange, CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) silence.toMillis());
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            this.out = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public String readLine() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new EOFException("The exchange has closed the link");
        }
        return line;
    }

    @Override
    public void write(String text) throws IOException {
        out.write(text);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    @Override
    public boolean isConnected() {
        return socket.isConnected();
    }

    @Override
    public InetAddress getLocalAddress() {
        return socket.getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return socket.getLocalPort();
    }

    @Override
    public InetAddress getRemoteAddress() {
        return socket.getInetAddress();
    }

    @Override
    public int getRemotePort() {
        return socket.getPort();
    }
}

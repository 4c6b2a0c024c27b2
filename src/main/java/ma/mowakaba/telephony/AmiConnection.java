package ma.mowakaba.telephony;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import javax.net.SocketFactory;
import org.asteriskjava.manager.internal.ManagerConnectionImpl;
import org.asteriskjava.util.SocketConnectionFacade;

/** Asterisk-Java's connection over sockets of ours: its own trusts every certificate authority of the world, and reads more slowly. */
final class AmiConnection extends ManagerConnectionImpl {

    private final SocketFactory sockets;
    private final Duration silence;

    AmiConnection(TelephonySettings.Exchange exchange, SocketFactory sockets) {
        this.sockets = sockets;
        this.silence = exchange.silence();
        setHostname(exchange.host());
        setPort(exchange.port());
        setUsername(exchange.user());
        setPassword(exchange.secret());
    }

    @Override
    protected SocketConnectionFacade createSocket() throws IOException {
        return new AmiWire(sockets, new InetSocketAddress(getHostname(), getPort()), silence);
    }
}

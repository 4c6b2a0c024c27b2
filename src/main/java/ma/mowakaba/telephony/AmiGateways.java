package ma.mowakaba.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.net.SocketFactory;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** Makes the link to an exchange, in the clear or encrypted. */
@Component
class AmiGateways {

    private final SslBundles bundles;
    private final MeterRegistry meters;
    private final Clock clock;

    AmiGateways(SslBundles bundles, MeterRegistry meters, Clock clock) {
        this.bundles = bundles;
        this.meters = meters;
        this.clock = clock;
    }

    AmiGateway to(TelephonySettings.Exchange exchange, AmiFacts facts) {
        return new AmiGateway(exchange, sockets(exchange.sslBundle()), facts, meters, clock);
    }

    private SocketFactory sockets(String bundle) {
        return bundle.isBlank()
                ? SocketFactory.getDefault()
                : bundles.getBundle(bundle).createSslContext().getSocketFactory();
    }
}

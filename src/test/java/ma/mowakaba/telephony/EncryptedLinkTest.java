package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import ma.mowakaba.SelfSigned;
import ma.mowakaba.demo.exchange.CallScript;
import ma.mowakaba.demo.exchange.ExchangeSetup;
import ma.mowakaba.demo.exchange.ExchangeSimulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslStoreBundle;

/** The manager interface of an exchange on another host. */
class EncryptedLinkTest {

    @TempDir
    Path folder;

    @Test
    void eventsAndActionsGoOverAnEncryptedLink() throws Exception {
        KeyStore its = certificate("its");
        try (ExchangeSimulator exchange = exchange();
                TlsFront front = new TlsFront(bundle(its, its), exchange.port());
                LiveLink link = new LiveLink(front.port(), "s3cret", "pbx", trusting(its))) {
            soon().until(() -> link.gateway.state().connected());
            String linkedid = exchange.call(CallScript.withheld());
            soon().until(() ->
                    link.facts.stream().anyMatch(fact -> fact.linkedid().equals(linkedid)));
            soon().until(() -> link.actions.members().isEmpty());
        }
    }

    @Test
    void anExchangeWithAnotherCertificateIsNotToldTheSecret() throws Exception {
        KeyStore its = certificate("its");
        try (ExchangeSimulator exchange = exchange();
                TlsFront front = new TlsFront(bundle(certificate("foreign"), its), exchange.port());
                LiveLink link = new LiveLink(front.port(), "s3cret", "pbx", trusting(its))) {
            soon().until(() -> front.refused() > 0);
            assertThat(link.gateway.state().connected()).isFalse();
            assertThat(front.received()).isZero();
        }
    }

    private ExchangeSimulator exchange() {
        return ExchangeSimulator.start(new ExchangeSetup(0, "mowakaba", "s3cret", "", 100, folder, Clock.systemUTC()));
    }

    private static SslBundles trusting(KeyStore store) {
        return new DefaultSslBundleRegistry("pbx", bundle(store, store));
    }

    private static SslBundle bundle(KeyStore own, KeyStore trusted) {
        return SslBundle.of(SslStoreBundle.of(own, SelfSigned.PASSWORD, trusted));
    }

    /** As {@code telephony/run} makes one: signed by itself. */
    private KeyStore certificate(String name) throws IOException, InterruptedException, GeneralSecurityException {
        return SelfSigned.store(folder, name, "mowakaba-pbx");
    }

    private static org.awaitility.core.ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(20));
    }
}

package ma.mowakaba.telephony;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the telephones in the browser.
 *
 * @param address of the exchange for browsers, {@code wss://…}; empty when there are none
 * @param secret the exchange's {@code PHONE_SECRET}, from which both know each telephone's password
 * @param extensions the exchange's {@code WEB_PHONES}: {@code 2001-2300 2400}
 * @param turn a TURN server such as {@code turns:turn.example.ma:5349}, for browsers behind strict firewalls
 * @param turnSecret the secret it shares with us
 * @param turnFor how long what a browser is given for it counts
 */
@ConfigurationProperties("mowakaba.telephony.phones")
record PhoneSettings(
        @DefaultValue("") String address,
        @DefaultValue("") String secret,
        @DefaultValue("") String extensions,
        @DefaultValue("") String turn,
        @DefaultValue("") String turnSecret,
        @DefaultValue("12h") Duration turnFor) {

    private static final int LONGEST_SECRET = 64;

    PhoneSettings {
        if (!address.isEmpty() && secret.isEmpty()) {
            throw new IllegalArgumentException(
                    "mowakaba.telephony.phones.address needs mowakaba.telephony.phones.secret");
        }
        if (secret.length() > LONGEST_SECRET) {
            throw new IllegalArgumentException("mowakaba.telephony.phones.secret has more than 64 characters");
        }
        if (!address.isEmpty() && !address.matches("wss?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9/_-]*)?")) {
            throw new IllegalArgumentException(
                    "mowakaba.telephony.phones.address is not wss://host:port/ws: " + address);
        }
    }

    Optional<String> reachedAt() {
        return Optional.of(address).filter(text -> !text.isEmpty());
    }

    String domain() {
        return URI.create(address).getHost();
    }

    boolean names(String extension) {
        return ExtensionList.names(extensions, extension);
    }
}

package ma.mowakaba.telephony;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import ma.mowakaba.kernel.Problem;
import org.springframework.stereotype.Component;

/** What the exchanges share with us. */
@Component
class RouteSecret {

    private final TelephonySettings settings;

    RouteSecret(TelephonySettings settings) {
        this.settings = settings;
    }

    /** @throws Problem UNAUTHENTICATED {@code call.route-secret} */
    void check(String given) {
        if (settings.routeSecret().isEmpty() || !MessageDigest.isEqual(bytes(given), bytes(settings.routeSecret()))) {
            throw Problem.of(Problem.Kind.UNAUTHENTICATED, "call.route-secret");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

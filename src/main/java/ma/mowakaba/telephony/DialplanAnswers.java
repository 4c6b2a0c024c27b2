package ma.mowakaba.telephony;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import ma.mowakaba.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door for the exchange: looks at the secret first. */
@Component
class DialplanAnswers implements Hotline {

    private final CallRoutes routes;
    private final CallerMenu menu;
    private final TelephonySettings settings;

    DialplanAnswers(CallRoutes routes, CallerMenu menu, TelephonySettings settings) {
        this.routes = routes;
        this.menu = menu;
        this.settings = settings;
    }

    @Override
    @Transactional(readOnly = true)
    public Welcome welcome(String secret, Arrival arrival) {
        check(secret);
        return menu.welcome(arrival);
    }

    @Override
    @Transactional(readOnly = true)
    public String status(String secret, Arrival arrival) {
        check(secret);
        return menu.status(arrival);
    }

    @Override
    @Transactional(readOnly = true)
    public Route route(String secret, Arrival arrival) {
        check(secret);
        return routes.route(arrival);
    }

    @Override
    @Transactional(readOnly = true)
    public CallbackAnswer callback(String secret, Arrival arrival) {
        check(secret);
        return menu.callback(arrival);
    }

    private void check(String secret) {
        if (settings.routeSecret().isEmpty() || !MessageDigest.isEqual(bytes(secret), bytes(settings.routeSecret()))) {
            throw Problem.of(Problem.Kind.UNAUTHENTICATED, "call.route-secret");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

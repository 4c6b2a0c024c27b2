package ma.mowakaba.telephony;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door for the exchange: looks at the secret first. */
@Component
class DialplanAnswers implements Hotline {

    private final CallRoutes routes;
    private final CallerMenu menu;
    private final RouteSecret shared;

    DialplanAnswers(CallRoutes routes, CallerMenu menu, RouteSecret shared) {
        this.routes = routes;
        this.menu = menu;
        this.shared = shared;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Welcome welcome(String secret, Arrival arrival) {
        shared.check(secret);
        return menu.welcome(arrival);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public String status(String secret, Arrival arrival) {
        shared.check(secret);
        return menu.status(arrival);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Route route(String secret, Arrival arrival) {
        shared.check(secret);
        return routes.route(arrival);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public CallbackAnswer callback(String secret, Arrival arrival) {
        shared.check(secret);
        return menu.callback(arrival);
    }
}

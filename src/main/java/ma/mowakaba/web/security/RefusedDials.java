package ma.mowakaba.web.security;

import ma.mowakaba.telephony.DialRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * A line for fail2ban for each call that was refused: where the request came from, the account's id and why. Neither a name nor a number is in it.
 * Its filter: {@code failregex = dial refused from=<HOST> }
 */
@Component
class RefusedDials {

    private static final Logger log = LoggerFactory.getLogger("mowakaba.security");

    @EventListener
    void refused(DialRefused refused) {
        log.warn("dial refused from={} account={} why={}", address(), refused.advisor(), refused.why());
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : "-";
    }
}

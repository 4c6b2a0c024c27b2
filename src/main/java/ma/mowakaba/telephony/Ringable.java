package ma.mowakaba.telephony;

import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** Whether an advisor's telephone may ring, as the router says: mails in hand do not silence it. */
@Component
class Ringable {

    private final Router router;

    Ringable(Router router) {
        this.router = router;
    }

    boolean mayRing(StaffId advisor) {
        return router.mayRing(advisor);
    }
}

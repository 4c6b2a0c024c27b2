package ma.mowakaba.telephony;

import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** Whether an advisor's telephone may ring: he is available, and carries nothing that excludes a call. */
@Component
class Ringable {

    private final PresenceBoard presence;
    private final Router router;

    Ringable(PresenceBoard presence, Router router) {
        this.presence = presence;
        this.router = router;
    }

    boolean mayRing(StaffId advisor) {
        return presence.of(advisor).state() == Presence.State.AVAILABLE
                && router.current(advisor).stream().noneMatch(Ringable::excludes);
    }

    private static boolean excludes(Router.Assignment assignment) {
        return assignment.releasedAt().isEmpty();
    }
}

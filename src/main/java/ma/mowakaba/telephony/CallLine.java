package ma.mowakaba.telephony;

import java.time.Instant;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.routing.Reason;
import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Keeps the waiting line and the advisors' presence in step with what the exchange does. */
@Component
class CallLine {

    private static final Reason RUNG = Reason.of("rung-by-exchange");

    private final Router router;
    private final PresenceBoard presence;

    CallLine(Router router, PresenceBoard presence) {
        this.router = router;
        this.presence = presence;
    }

    void join(CallRow call, QueueName queue, Ticket ticket, Instant since) {
        router.request(new Router.Request(
                call.contact(),
                Channel.CALL,
                queue.domain(),
                queue.language(),
                Priority.NORMAL,
                since,
                ticket.advisor()));
    }

    /** After a transfer the first advisor's part is over and the second one's begins. */
    void taken(CallRow call, StaffId advisor, boolean past) {
        if (call.advisor().isPresent() && !call.advisor().get().equals(advisor)) {
            router.release(call.contact());
        }
        router.took(call.contact(), Channel.CALL, advisor, RUNG);
        if (!past) {
            busy(advisor);
        }
    }

    void busy(StaffId advisor) {
        presence.busy(advisor);
    }

    void missed(StaffId advisor) {
        presence.missed(advisor);
    }

    /** He has hung up. */
    void put(StaffId advisor) {
        presence.hungUp(advisor);
    }
}

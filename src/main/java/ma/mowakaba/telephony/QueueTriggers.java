package ma.mowakaba.telephony;

import ma.mowakaba.routing.RingPermission;
import ma.mowakaba.staff.PresenceChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** What makes the queues of the exchange be looked at: somebody came, went, paused, took or finished something. */
@Component
class QueueTriggers {

    private final QueueMembers members;

    QueueTriggers(QueueMembers members) {
        this.members = members;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void presence(PresenceChanged changed) {
        members.changed(changed.advisor());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void routing(RingPermission permission) {
        members.changed(permission.advisor());
    }
}

package ma.mowakaba.telephony;

import java.util.EnumSet;
import ma.mowakaba.routing.RoutingEvent;
import ma.mowakaba.routing.TelephoneChanged;
import ma.mowakaba.staff.Presence.State;
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

    /** Who neither could be rung nor can, as when a conversation ends in wrap-up, stays paused in the same queues. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void presence(PresenceChanged changed) {
        State before = changed.before().state();
        State after = changed.after().state();
        boolean stays = !EnumSet.of(before, after).contains(State.AVAILABLE)
                && (before == State.OFFLINE) == (after == State.OFFLINE);
        if (!stays) {
            members.changed(changed.advisor());
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void assigned(RoutingEvent.Assigned assigned) {
        members.changed(assigned.advisor());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void released(RoutingEvent.Released released) {
        members.changed(released.advisor());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void telephone(TelephoneChanged changed) {
        members.changed(changed.advisor());
    }
}

package ma.mowakaba.telephony;

import java.util.Map;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Advisor;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Calls back whoever is owed a call, as soon as it is his turn. */
@Component
class CallbackRound {

    private static final Logger log = LoggerFactory.getLogger(CallbackRound.class);

    private final QueuePlan plan;
    private final Dialling dialling;

    CallbackRound(QueuePlan plan, Dialling dialling) {
        this.plan = plan;
        this.dialling = dialling;
    }

    @Scheduled(fixedDelayString = "PT1S")
    @SchedulerLock(name = "telephony-callbacks")
    void round() {
        try {
            if (dialling.possible() && plan.callbacksDue()) {
                Map<Advisor, Callbacks.Owed> turns = plan.turns();
                turns.forEach(this::dial);
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("Callbacks wait: {}", e.toString());
        }
    }

    private void dial(Advisor advisor, Callbacks.Owed owed) {
        try {
            dialling.callBack(advisor, owed);
        } catch (Problem e) {
            log.info("A callback waits: {}", e.subject());
        }
    }
}

package ma.mowakaba.telephony;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.telephony.ExchangeLink.Member;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the exchanges' queues equal to skills and presence: whoever is here is a member of the queues he has a skill for, at the exchange his
 * telephone is at, and paused while nothing may ring him.
 */
@Component
class QueueMembers {

    /** A telephone in a call is not rung whether it is paused or not: what a call changes is told together. */
    private static final Duration GATHERED = Duration.ofMillis(50);

    private final Exchanges exchanges;
    private final Map<ExchangeLink, MembersThere> each = new LinkedHashMap<>();
    private final AsyncTaskExecutor tasks;
    private final AtomicBoolean due = new AtomicBoolean();

    QueueMembers(Exchanges exchanges, QueuePlan plan, AsyncTaskExecutor applicationTaskExecutor) {
        this.exchanges = exchanges;
        this.tasks = applicationTaskExecutor;
        for (Exchanges.Node node : exchanges.all()) {
            if (node.linked()) {
                each.put(
                        node.link(),
                        new MembersThere(
                                node.link(), plan, it -> exchanges.home(it).equals(node)));
            }
        }
    }

    @EventListener
    void lookAgain(CallFacts.LookAgain look) {
        refresh();
    }

    /** Also mends what somebody changed on an exchange itself. */
    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void refresh() {
        each.values().forEach(MembersThere::refresh);
    }

    /** Soon, and once however many changes ask for it meanwhile; a change costs what its advisor's own queues cost. */
    void changed(StaffId advisor) {
        each.values().forEach(members -> members.changed(advisor));
        if (due.compareAndSet(false, true)) {
            tasks.execute(() -> {
                LockSupport.parkNanos(GATHERED.toNanos());
                work();
            });
        }
    }

    /** What an exchange could not be told is told when it is back. */
    @Scheduled(fixedDelayString = "PT1S")
    void work() {
        due.set(false);
        each.values().forEach(MembersThere::work);
    }

    /**
     * Who stands behind a queue, as its exchange has it.
     *
     * @param free of those at work may be rung now
     */
    record Staffing(int atWork, int free) {}

    /** @return at the exchange that has this call */
    Staffing staffing(String linkedid, String queue) {
        List<Member> here = Optional.ofNullable(each.get(exchanges.of(linkedid)))
                .map(members -> members.of(queue))
                .orElse(List.of());
        return new Staffing(here.size(), (int)
                here.stream().filter(member -> !member.paused()).count());
    }
}

package ma.mowakaba.telephony;

import java.time.Duration;
import java.util.List;
import ma.mowakaba.kernel.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a caller is told about his wait before he is in the queue: nothing when a telephone is free for him, or when nobody is at work. */
@Component
class Waits {

    private static final int LATELY = 30;
    private static final Duration USUAL_CALL = Duration.ofMinutes(3);

    private final CallLists calls;
    private final QueueMembers members;
    private final Exchanges exchanges;
    private final JdbcClient sql;

    Waits(CallLists calls, QueueMembers members, Exchanges exchanges, JdbcClient sql) {
        this.calls = calls;
        this.members = members;
        this.exchanges = exchanges;
        this.sql = sql;
    }

    List<String> speech(String linkedid, String queue, Language language) {
        QueueMembers.Staffing staffing = members.staffing(linkedid, queue);
        int ahead = waiting(linkedid, QueueName.parse(queue));
        if (staffing.atWork() == 0 || ahead < staffing.free()) {
            return List.of();
        }
        return Speech.place(language, ahead, estimate(queue, ahead, staffing.atWork()));
    }

    /** Each exchange has a queue of this name for itself. */
    private int waiting(String linkedid, QueueName queue) {
        ExchangeLink exchange = exchanges.of(linkedid);
        return (int) calls.waiting().stream()
                .filter(each -> exchanges.of(each.linkedid()).equals(exchange))
                .filter(each -> each.queue().equals(queue))
                .count();
    }

    /** Everybody before him, and he himself, need a call's time of one of those at work. */
    private Duration estimate(String queue, int ahead, int atWork) {
        return usual(queue).multipliedBy(ahead + 1L).dividedBy(atWork);
    }

    private Duration usual(String queue) {
        return sql.sql("""
            select avg(talk_millis) from (select talk_millis from call_record
              where queue = ? and outcome = 'ANSWERED' order by started_at desc limit ?) lately\
            """)
                .params(queue, LATELY)
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis)
                .filter(Duration::isPositive)
                .orElse(USUAL_CALL);
    }
}

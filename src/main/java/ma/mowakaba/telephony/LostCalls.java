package ma.mowakaba.telephony;

import static ma.mowakaba.kernel.Columns.utc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Problem;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** No call stays open for ever: what the exchange has forgotten, or ended without a word, is closed with what is known. */
@Component
class LostCalls {

    private static final Logger log = LoggerFactory.getLogger(LostCalls.class);
    private static final Duration JUST_BEGUN = Duration.ofSeconds(10);
    private static final Duration JOURNAL_MAY_TELL = Duration.ofSeconds(15);

    private final JdbcClient sql;
    private final Exchanges exchanges;
    private final CallKeeper desk;
    private final Endings endings;
    private final Clock clock;

    LostCalls(JdbcClient sql, Exchanges exchanges, CallKeeper desk, Endings endings, Clock clock) {
        this.sql = sql;
        this.exchanges = exchanges;
        this.desk = desk;
        this.endings = endings;
        this.clock = clock;
    }

    @EventListener
    void lookAgain(CallFacts.LookAgain look) {
        sweep();
    }

    /** Which of our open calls does the exchange still have? Again and again, since a call may be too young for one look and gone at the next. */
    @Scheduled(fixedDelayString = "PT10S")
    @SchedulerLock(name = "telephony-ghosts")
    void sweep() {
        Instant now = Columns.now(clock);
        Map<ExchangeLink, List<String>> open =
                open("over_at is null and started_at < ?", now.minus(JUST_BEGUN)).stream()
                        .collect(Collectors.groupingBy(exchanges::of));
        open.forEach((exchange, calls) -> {
            if (exchange.state().connected()) {
                sweep(exchange, calls, now);
            }
        });
    }

    /** Each exchange is asked for its own calls only. */
    private void sweep(ExchangeLink exchange, List<String> open, Instant now) {
        try {
            Set<String> live = new HashSet<>(exchange.liveCalls());
            open.stream()
                    .filter(linkedid -> !live.contains(linkedid))
                    .forEach(linkedid -> desk.take(linkedid, List.of(new CallFact.Vanished(linkedid, now))));
        } catch (Problem e) {
            log.info("An exchange cannot say what calls it has: {}", e.subject());
        }
    }

    @Scheduled(fixedDelayString = "PT5S")
    @SchedulerLock(name = "telephony-lost-calls")
    void close() {
        open("over_at < ?", Columns.now(clock).minus(JOURNAL_MAY_TELL)).forEach(endings::close);
    }

    private List<String> open(String condition, Instant limit) {
        return sql.sql("select linkedid from call_record where ended_at is null and " + condition
                        + " order by started_at limit 500")
                .param(utc(limit))
                .query(String.class)
                .list();
    }

    /** Closes one call in its own transaction. */
    @Component
    static class Endings {

        private final CallBook book;
        private final CallService service;
        private final TransactionTemplate transaction;

        Endings(CallBook book, CallService service, TransactionTemplate transaction) {
            this.book = book;
            this.service = service;
            this.transaction = transaction;
        }

        void close(String linkedid) {
            transaction.executeWithoutResult(status -> book.inHand(linkedid)
                    .filter(hand -> hand.call().endedAt().isEmpty())
                    .ifPresent(hand ->
                            service.endWithout(hand, hand.call().overAt().orElseThrow())));
        }
    }
}

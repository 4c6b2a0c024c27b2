package ma.mowakaba.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.CenterTest;
import ma.mowakaba.RowsRead;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.StaffId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Ten thousand mails wait, and a decision costs no more for it. */
@CenterTest
class LongLineCenterTest {

    private final DomainCode domain =
            new DomainCode("l" + UUID.randomUUID().toString().substring(0, 12));
    private Staffing staffing;
    private StaffId advisor;

    @Autowired
    Router router;

    @Autowired
    Turn turn;

    @Autowired
    Accounts accounts;

    @Autowired
    PresenceBoard presence;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void tenThousandMailsWait() {
        jdbc.sql("insert into routing_line (contact, state, channel, domain, language, priority, since, rank_at)"
                        + " select uuid(), 'WAITING', 'MAIL', ?, 'fr', 'NORMAL',"
                        + " timestamp '2026-11-01 10:00:00' + interval seq second,"
                        + " timestamp '2026-11-01 09:50:00' + interval seq second from seq_1_to_10000")
                .param(domain.value())
                .update();
        staffing = new Staffing(accounts, presence);
        advisor = staffing.hire(domain, 2);
    }

    @AfterEach
    void goHome() {
        staffing.goHome();
        jdbc.sql("delete from routing_line where domain = ?")
                .param(domain.value())
                .update();
    }

    @Test
    void aDecisionReadsOnlyTheOldest() {
        await().until(() -> router.current(advisor).size() == 2);
        long[] nanos = new long[21];
        for (int round = 0; round < nanos.length; round++) {
            long start = System.nanoTime();
            turn.decide(true);
            nanos[round] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.println("A decision with 10,000 waiting: median " + nanos[10] / 1_000 + " µs");

        assertThat(Duration.ofNanos(nanos[10])).isLessThan(Duration.ofMillis(500));
        assertThat(read()).isLessThan(1_000);
    }

    @Test
    void whoKnowsACaseDeepInTheLineIsFound() {
        ContactId deep = new ContactId(UUID.randomUUID());
        StaffId knows = new StaffId(UUID.randomUUID());
        router.request(new Router.Request(
                deep, Channel.WEB, domain, Language.FR, Priority.LOW, Instant.now(), Optional.of(knows)));
        staffing.hire(knows, new DomainCode("elsewhere"), 1);

        await().until(() ->
                router.current(knows).stream().anyMatch(made -> made.contact().equals(deep)));
    }

    @Test
    void whatIsWaitedForIsKnownWithoutReadingTheLine() {
        // whether the groups are jumped to is decided by what the database knows of the table
        jdbc.sql("analyze table routing_line").query().listOfRows();

        assertThat(rows("analyze format=json " + LineWindow.GROUPS)).isLessThan(1_000);
    }

    @Test
    void whoTakesAContactOutOfTheLineReadsNoOther() {
        ContactId nobody = new ContactId(UUID.randomUUID());

        assertThat(RowsRead.by(jdbc, transactions, () -> router.waits(nobody))).isLessThan(10);
    }

    /** @return rows that one look at the line reads, by the database's own count */
    private long read() {
        return rows("analyze format=json select contact from routing_line where state = 'WAITING' and channel = 'MAIL'"
                + " and domain = '" + domain.value() + "' and language = 'fr' order by rank_at limit 50");
    }

    private long rows(String analyzed) {
        return jdbc.sql(analyzed)
                .query(String.class)
                .single()
                .lines()
                .filter(line -> line.contains("\"r_rows\""))
                .map(line -> line.replaceAll("[^0-9.]", ""))
                .mapToLong(rows -> Math.round(Double.parseDouble(rows)))
                .max()
                .orElseThrow();
    }
}

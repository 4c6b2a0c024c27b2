package ma.mowakaba.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import ma.mowakaba.CenterTest;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.StaffId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several decide, take and release at the same moment, as several nodes do. */
@CenterTest
class ManyAtOnceCenterTest {

    private static final int MAILS = 3;

    private final DomainCode domain =
            new DomainCode("m" + UUID.randomUUID().toString().substring(0, 12));
    private Staffing staffing;
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

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

    @AfterEach
    void everybodyGoesHome() {
        staffing.goHome();
        jdbc.sql("delete from routing_line where domain = ?")
                .param(domain.value())
                .update();
    }

    @Test
    void nobodyEverHasMoreThanHisCapacityAndEveryMailIsServedOnce() throws Exception {
        staffing = new Staffing(accounts, presence);
        IntStream.range(0, 4).forEach(n -> staffing.hire(domain, MAILS));
        List<ContactId> mails = IntStream.range(0, 60).mapToObj(n -> mail(n)).toList();

        try (var workers = Executors.newFixedThreadPool(5)) {
            List<Future<?>> all = new ArrayList<>();
            IntStream.range(0, 3).forEach(n -> all.add(workers.submit(() -> repeat(() -> turn.decide(true)))));
            all.add(workers.submit(() -> repeat(this::finishSomething)));
            all.add(workers.submit(() -> repeat(this::countDesks)));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> failures.peek() != null || waiting() == 0 && held() == 0);
            failures.add(new IllegalStateException("stop"));
            for (Future<?> one : all) {
                one.get();
            }
        }

        assertThat(failures).singleElement().satisfies(stop -> assertThat(stop).hasMessage("stop"));
        for (ContactId mail : mails) {
            assertThat(router.history(mail)).as("given once").hasSize(1);
        }
    }

    private void repeat(Runnable work) {
        while (failures.isEmpty()) {
            try {
                work.run();
            } catch (RuntimeException | AssertionError failure) {
                failures.add(failure);
            }
        }
    }

    private void finishSomething() {
        StaffId advisor =
                staffing.hired().get(new Random().nextInt(staffing.hired().size()));
        router.current(advisor).stream().findAny().ifPresent(made -> router.release(made.contact()));
    }

    private void countDesks() {
        for (StaffId advisor : staffing.hired()) {
            assertThat(router.current(advisor)).hasSizeLessThanOrEqualTo(MAILS);
        }
    }

    private int waiting() {
        return router.queues().stream()
                .filter(queue -> queue.domain().equals(domain))
                .mapToInt(Router.Queue::waiting)
                .sum();
    }

    private long held() {
        return staffing.hired().stream()
                .mapToLong(advisor -> router.current(advisor).size())
                .sum();
    }

    private ContactId mail(int secondsAgo) {
        ContactId contact = new ContactId(UUID.randomUUID());
        router.request(new Router.Request(
                contact,
                Channel.MAIL,
                domain,
                Language.FR,
                Priority.NORMAL,
                Instant.now().minusSeconds(secondsAgo),
                Optional.empty()));
        return contact;
    }
}

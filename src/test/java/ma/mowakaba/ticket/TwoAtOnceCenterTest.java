package ma.mowakaba.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.mowakaba.CenterTest;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.StaffId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** MariaDB's usual isolation loses one of two updates without a word; a case must not. */
@CenterTest
class TwoAtOnceCenterTest {

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    CaseFiles files;

    @Test
    void ofTwoWhoChangeOneCaseOneWinsAndTheOtherIsTold() throws Exception {
        for (int round = 0; round < 50; round++) {
            Ticket read = helpdesk.open(Cases.about("Deux"), Optional.empty());
            List<String> outcomes = both(() -> change(read, "A"), () -> change(read, "B"));

            assertThat(outcomes).as("round %d", round).containsExactlyInAnyOrder("ok", "ticket.stale");
            assertThat(helpdesk.get(read.id()).version()).isEqualTo(read.version() + 1);
        }
    }

    /** Without the lock only the version column stands between the two: this is the net below. */
    @Test
    void theVersionColumnAloneKeepsTheSecondFromOverwriting() {
        Ticket read = helpdesk.open(Cases.about("Deux"), Optional.empty());
        CaseFile one = files.findById(read.id().value()).orElseThrow();
        CaseFile other = files.findById(read.id().value()).orElseThrow();
        one.rename("A");
        other.rename("B");
        files.saveAndFlush(one);

        org.assertj.core.api.Assertions.assertThatExceptionOfType(
                        org.springframework.dao.OptimisticLockingFailureException.class)
                .isThrownBy(() -> files.saveAndFlush(other));
        assertThat(helpdesk.get(read.id()).subject()).isEqualTo("A");
    }

    @Test
    void twentyWhoWriteNotesAtOnceAreAllHeard() throws Exception {
        Ticket opened = helpdesk.open(Cases.about("Vingt"), Optional.empty());
        StaffId advisor = new StaffId(UUID.randomUUID());
        List<Callable<MessageId>> notes = IntStream.range(0, 20)
                .<Callable<MessageId>>mapToObj(i -> () -> helpdesk.note(opened.id(), advisor, "n" + i))
                .toList();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(many.invokeAll(notes).stream().map(Future::resultNow).distinct())
                    .hasSize(20);
        }
        assertThat(helpdesk.get(opened.id()).version()).isEqualTo(opened.version() + 20);
    }

    @Test
    void numbersOfCasesOpenedAtOnceAreAllDifferent() throws Exception {
        List<Callable<TicketNumber>> openings = IntStream.range(0, 60)
                .<Callable<TicketNumber>>mapToObj(i -> () ->
                        helpdesk.open(Cases.about("N" + i), Optional.empty()).number())
                .toList();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream<TicketNumber> numbers = many.invokeAll(openings).stream().map(Future::resultNow);
            assertThat(numbers.distinct()).hasSize(60);
        }
    }

    private String change(Ticket read, String subject) {
        TicketChange change = new TicketChange(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(subject));
        try {
            helpdesk.change(read.id(), change, read.version(), Optional.empty());
            return "ok";
        } catch (Problem e) {
            return e.subject();
        }
    }

    private static List<String> both(Callable<String> one, Callable<String> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            return two.invokeAll(List.of(after(start, one), after(start, other))).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private static Callable<String> after(CyclicBarrier start, Callable<String> work) {
        return () -> {
            start.await();
            return work.call();
        };
    }
}

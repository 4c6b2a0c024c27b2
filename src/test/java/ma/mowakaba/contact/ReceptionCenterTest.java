package ma.mowakaba.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import ma.mowakaba.CenterTest;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.StaffId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@CenterTest
class ReceptionCenterTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final DomainCode FUNDING = new DomainCode("funding");

    private final StaffId advisor = new StaffId(UUID.randomUUID());
    private final String reference = UUID.randomUUID().toString();

    @Autowired
    Reception reception;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theSameReferenceIsTheSameContact() {
        ContactId contact = welcome();

        assertThat(welcome()).isEqualTo(contact);
        assertThat(reception.find(Channel.CHAT, reference)).contains(reception.get(contact));
        assertThat(reception.find(Channel.MAIL, reference)).isEmpty();
    }

    @Test
    void thirtyWelcomesOfOneReferenceAtOnceAreOneContact() throws Exception {
        List<Callable<ContactId>> welcomes = IntStream.range(0, 30)
                .<Callable<ContactId>>mapToObj(i -> this::welcome)
                .toList();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(many.invokeAll(welcomes).stream().map(Future::resultNow).distinct())
                    .hasSize(1);
        }
    }

    @Test
    void aTransactionSeesWhatItHasWrittenItselfAndNothingOfOneThatWasUndone() {
        ContactId contact = welcome();
        transaction.executeWithoutResult(status -> {
            assertThat(reception.get(contact).queuedAt()).isEmpty();
            reception.queued(contact, FUNDING, Language.FR, NOON.plusSeconds(5));
            assertThat(reception.get(contact).queuedAt()).contains(NOON.plusSeconds(5));
            assertThat(reception.get(contact).domain()).isEqualTo(FUNDING);
            status.setRollbackOnly();
        });
        assertThat(reception.get(contact).queuedAt()).isEmpty();
    }

    @Test
    void theFirstOfEachStageStays() {
        ContactId contact = welcome();
        reception.queued(contact, FUNDING, Language.FR, NOON.plusSeconds(5));
        reception.queued(contact, DomainCode.GENERAL, Language.AR, NOON.plusSeconds(50));
        reception.answered(contact, advisor, NOON.plusSeconds(20));
        reception.answered(contact, new StaffId(UUID.randomUUID()), NOON.plusSeconds(60));
        reception.ended(contact, Outcome.ANSWERED, NOON.plusSeconds(90));
        reception.ended(contact, Outcome.ABANDONED, NOON.plusSeconds(91));

        assertThat(reception.get(contact))
                .isEqualTo(new Contact(
                        contact,
                        Channel.CHAT,
                        reference,
                        Optional.empty(),
                        FUNDING,
                        Language.FR,
                        NOON,
                        Optional.of(NOON.plusSeconds(5)),
                        Optional.of(NOON.plusSeconds(20)),
                        Optional.of(advisor),
                        Optional.of(NOON.plusSeconds(90)),
                        Optional.of(Outcome.ANSWERED)));
    }

    @Test
    void anEndThatOvertakesTheAnswerLosesNothing() {
        ContactId contact = welcome();
        reception.ended(contact, Outcome.ANSWERED, NOON.plusSeconds(90));
        reception.answered(contact, advisor, NOON.plusSeconds(20));
        reception.queued(contact, FUNDING, Language.FR, NOON.plusSeconds(5));

        Contact contactNow = reception.get(contact);
        assertThat(contactNow.queuedAt()).contains(NOON.plusSeconds(5));
        assertThat(contactNow.answeredBy()).contains(advisor);
        assertThat(contactNow.outcome()).contains(Outcome.ANSWERED);
    }

    @Test
    void whoWaitsFromTheFirstMomentIsQueuedWhenHeArrived() {
        Approach mail = new Approach(Channel.MAIL, reference, Optional.empty(), FUNDING, Language.FR, NOON);
        ContactId contact = reception.queue(mail);

        assertThat(reception.queue(mail)).isEqualTo(contact);
        assertThat(reception.get(contact).queuedAt()).contains(NOON);
    }

    @Test
    void aContactThatWasWelcomedBeforeIsQueuedOnce() {
        ContactId contact = welcome();
        Approach later =
                new Approach(Channel.CHAT, reference, Optional.empty(), FUNDING, Language.FR, NOON.plusSeconds(5));

        assertThat(reception.queue(later)).isEqualTo(contact);
        assertThat(reception.get(contact).queuedAt()).contains(NOON.plusSeconds(5));
        assertThat(reception.get(contact).domain()).isEqualTo(FUNDING);
    }

    @Test
    void anUnknownContactIsNotFound() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> reception.get(new ContactId(UUID.randomUUID())))
                .satisfies(refusal -> assertThat(refusal.subject()).isEqualTo("contact.unknown"));
    }

    private ContactId welcome() {
        return reception.welcome(
                new Approach(Channel.CHAT, reference, Optional.empty(), DomainCode.GENERAL, Language.AR, NOON));
    }
}

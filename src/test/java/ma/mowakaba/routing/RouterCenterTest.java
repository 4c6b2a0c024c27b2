package ma.mowakaba.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import ma.mowakaba.CenterTest;
import ma.mowakaba.contact.Approach;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Capacity;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.Role;
import ma.mowakaba.staff.Skill;
import ma.mowakaba.staff.StaffId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each test has a domain of its own, so that nobody else's advisors and contacts are in the way. */
@CenterTest
class RouterCenterTest {

    private final DomainCode domain =
            new DomainCode("t" + UUID.randomUUID().toString().substring(0, 12));
    private final List<StaffId> advisors = new ArrayList<>();
    private final Instant morning = Instant.now().minusSeconds(3600);
    private StaffId advisor;

    @Autowired
    Router router;

    @Autowired
    Domains domains;

    @Autowired
    Reasons reasons;

    @Autowired
    Reception reception;

    @Autowired
    Accounts accounts;

    @Autowired
    PresenceBoard presence;

    @BeforeEach
    void anAdvisorOfThisDomain() {
        domains.put(domain, 500, "موضوع", "Sujet", "Subject");
        advisor = hire(new Capacity(1, 2));
    }

    @AfterEach
    void everybodyGoesHome() {
        advisors.forEach(accounts::disable);
        domains.remove(domain);
    }

    @Test
    void aWaitingContactIsGivenToWhoComesAndTheReasonIsKept() {
        ContactId mail = waits(Channel.MAIL, 60);
        assertThat(router.waits(mail)).isTrue();

        presence.available(advisor);

        await().untilAsserted(() -> assertThat(router.current(advisor))
                .extracting(Router.Assignment::contact)
                .containsExactly(mail));
        Router.Assignment made = router.history(mail).getFirst();
        assertThat(reasons.words(made.reason(), Language.FR))
                .isEqualTo("La seule personne disponible pour Sujet, français (niveau 3)");
        assertThat(reasons.words(made.reason(), Language.AR)).contains("موضوع", "الفرنسية");
        assertThat(router.waits(mail)).isFalse();
    }

    @Test
    void aFreedAdvisorDrainsTheOldestOverAllChannels() {
        presence.available(advisor);
        ContactId first = waits(Channel.CHAT, 300);
        await().until(() -> has(advisor, first));
        ContactId mail1 = waits(Channel.MAIL, 250);
        ContactId mail2 = waits(Channel.WEB, 240);
        await().until(() -> has(advisor, mail1) && has(advisor, mail2));
        ContactId youngMail = waits(Channel.MAIL, 10);
        ContactId oldMail = waits(Channel.MAIL, 200);
        ContactId chat = waits(Channel.CHAT, 100);
        assertThat(router.current(advisor)).hasSize(3);

        router.release(mail1);
        await().until(() -> has(advisor, oldMail));
        router.release(first);
        await().until(() -> has(advisor, chat));

        assertThat(has(advisor, youngMail)).isFalse();
        assertThat(router.queues())
                .filteredOn(queue -> queue.domain().equals(domain))
                .extracting(Router.Queue::channel, Router.Queue::waiting)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Channel.MAIL, 1));
    }

    @Test
    void requestAndReleaseMayRepeat() {
        ContactId chat = waits(Channel.CHAT, 30);
        request(chat, Channel.CHAT, 10, Priority.NORMAL);
        presence.available(advisor);
        await().until(() -> has(advisor, chat));
        request(chat, Channel.CHAT, 10, Priority.NORMAL);

        router.release(chat);
        router.release(chat);
        router.cancel(chat);

        assertThat(router.history(chat))
                .singleElement()
                .satisfies(made -> assertThat(made.releasedAt()).isPresent());
        assertThat(router.current(advisor)).isEmpty();
    }

    @Test
    void urgentGoesBeforeOlderNormalWithinItsHeadStart() {
        ContactId normal = contact(Channel.CHAT, 600);
        ContactId urgent = contact(Channel.CHAT, 60);
        request(normal, Channel.CHAT, 600, Priority.NORMAL);
        request(urgent, Channel.CHAT, 60, Priority.URGENT);

        presence.available(advisor);

        await().until(() -> has(advisor, urgent));
        assertThat(has(advisor, normal)).isFalse();
    }

    @Test
    void whoLeavesGivesHisChatBackWithItsFirstArrivalTimeAndKeepsHisMail() {
        presence.available(advisor);
        ContactId chat = waits(Channel.CHAT, 300);
        ContactId mail = waits(Channel.MAIL, 300);
        await().until(() -> has(advisor, chat) && has(advisor, mail));

        presence.offline(advisor);
        StaffId colleague = hire(new Capacity(1, 1));
        presence.available(colleague);

        await().until(() -> has(colleague, chat));
        assertThat(has(advisor, mail)).isTrue();
        assertThat(router.history(chat)).hasSize(2);
    }

    @Test
    void aHandedOverContactDoesNotComeBackAtOnce() {
        presence.available(advisor);
        ContactId chat = waits(Channel.CHAT, 30);
        await().until(() -> has(advisor, chat));
        router.giveBack(chat, Reason.of("handed-over"));
        StaffId colleague = hire(new Capacity(1, 1));
        presence.available(colleague);

        await().until(() -> has(colleague, chat));
    }

    @Test
    void aRingingCallKeepsAnAdvisorFreeAndTheExchangeSaysWhoTookIt() {
        ContactId call = waits(Channel.CALL, 60);
        ContactId chat = waits(Channel.CHAT, 30);
        ContactId mail = waits(Channel.MAIL, 90);
        presence.available(advisor);

        await().until(() -> has(advisor, mail));
        assertThat(router.mayRing(advisor)).isTrue();
        assertThat(has(advisor, chat)).isFalse();

        router.took(call, Channel.CALL, advisor, Reason.of("rung-by-exchange"));
        router.took(call, Channel.CALL, advisor, Reason.of("rung-by-exchange"));

        assertThat(router.mayRing(advisor)).isFalse();
        assertThat(has(advisor, call)).isTrue();
        assertThat(router.history(call)).hasSize(1);

        reception.ended(call, Outcome.ANSWERED, Instant.now());
        await().until(() -> has(advisor, chat));
    }

    @Test
    void aCallThatEndedIsNotPutInTheLineByALateReport() {
        ContactId call = contact(Channel.CALL, 60);
        reception.ended(call, Outcome.ABANDONED, Instant.now());
        request(call, Channel.CALL, 60, Priority.NORMAL);

        assertThat(router.waits(call)).isFalse();
    }

    @Test
    void aLateReportOfWhoHadACallIsRecordedAndLiesOnNoDesk() {
        ContactId call = contact(Channel.CALL, 60);
        reception.ended(call, Outcome.ANSWERED, Instant.now());
        router.took(call, Channel.CALL, advisor, Reason.of("rung-by-exchange"));
        router.took(call, Channel.CALL, advisor, Reason.of("rung-by-exchange"));

        assertThat(router.current(advisor)).isEmpty();
        assertThat(router.history(call))
                .singleElement()
                .satisfies(made -> assertThat(made.releasedAt()).isPresent());
    }

    @Test
    void mailsInHandDoNotSilenceTheTelephoneButAChatDoes() {
        presence.available(advisor);
        ContactId mail = waits(Channel.MAIL, 60);
        await().until(() -> has(advisor, mail));
        assertThat(router.mayRing(advisor)).isTrue();

        ContactId chat = waits(Channel.CHAT, 60);
        await().until(() -> has(advisor, chat));
        assertThat(router.mayRing(advisor)).isFalse();
    }

    @Test
    void aTransferredCallLiesOnOneDeskOnly() {
        StaffId colleague = hire(new Capacity(1, 1));
        ContactId call = contact(Channel.CALL, 5);
        router.took(call, Channel.CALL, advisor, Reason.of("rung-by-exchange"));
        router.took(call, Channel.CALL, colleague, Reason.of("transferred"));

        assertThat(has(advisor, call)).isFalse();
        assertThat(has(colleague, call)).isTrue();
        assertThat(router.history(call)).hasSize(2);
    }

    @Test
    void whatIsHandedToAnotherDomainWaitsThereWithItsArrivalAndLeavesTheDesk() {
        ContactId mail = waits(Channel.MAIL, 120);
        router.took(mail, Channel.MAIL, advisor, Reason.of("picked"));
        router.handOver(mail, new Recipient.Subject(DomainCode.GENERAL));

        assertThat(has(advisor, mail)).isFalse();
        assertThat(router.waiting(10_000))
                .filteredOn(one -> one.contact().equals(mail))
                .extracting(Router.Waiting::domain, Router.Waiting::since)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        DomainCode.GENERAL,
                        morning.minusSeconds(120).truncatedTo(java.time.temporal.ChronoUnit.MICROS)));
        router.cancel(mail);
    }

    @Test
    void whatIsHandedToAColleagueIsHisAtOnce() {
        StaffId colleague = hire(new Capacity(1, 1));
        ContactId chat = waits(Channel.CHAT, 60);
        router.took(chat, Channel.CHAT, advisor, Reason.of("picked"));
        router.handOver(chat, new Recipient.Colleague(colleague));

        assertThat(has(advisor, chat)).isFalse();
        assertThat(has(colleague, chat)).isTrue();
        assertThat(router.history(chat).getLast().reason().key()).isEqualTo("handed-over");
    }

    @Test
    void capacityHoldsWhenManyComeAtOnce() {
        List<ContactId> mails = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            mails.add(waits(Channel.MAIL, 100 + n));
        }
        presence.available(advisor);
        await().until(() -> router.current(advisor).size() == 2);

        router.release(mails.get(11));
        await().until(() -> has(advisor, mails.get(9)));
        assertThat(router.current(advisor)).hasSize(2);
    }

    @Test
    void decisionsAreTakenWhileRequestsCompute() {
        ContactId mail = waits(Channel.MAIL, 60);
        AtomicBoolean enough = new AtomicBoolean();
        for (int busy = 0; busy < 40; busy++) {
            Thread.startVirtualThread(() -> {
                while (!enough.get()) {
                    Thread.onSpinWait();
                }
            });
        }
        try {
            presence.available(advisor);
            await().atMost(Duration.ofSeconds(60)).until(() -> has(advisor, mail));
        } finally {
            enough.set(true);
        }
    }

    @Test
    void aPlanNamesTheQueueAndWhoKnowsTheCallerWhenHeIsHere() {
        assertThat(router.staffed(domain, Language.FR, Channel.CALL)).isFalse();
        presence.available(advisor);
        assertThat(router.staffed(domain, Language.FR, Channel.CALL)).isTrue();

        Router.CallPlan plan = router.plan(domain, Language.FR, Optional.of(advisor));
        assertThat(plan.queue()).isEqualTo(domain.value() + "-fr");
        assertThat(plan.preferred()).contains(advisor);
        assertThat(router.plan(new DomainCode("gone-away"), Language.FR, Optional.empty())
                        .queue())
                .isEqualTo("general-fr");
    }

    private boolean has(StaffId who, ContactId contact) {
        return router.current(who).stream().anyMatch(made -> made.contact().equals(contact));
    }

    private ContactId waits(Channel channel, long secondsAgo) {
        ContactId contact = contact(channel, secondsAgo);
        request(contact, channel, secondsAgo, Priority.NORMAL);
        return contact;
    }

    private void request(ContactId contact, Channel channel, long secondsAgo, Priority priority) {
        Instant since = morning.minusSeconds(secondsAgo);
        router.request(new Router.Request(contact, channel, domain, Language.FR, priority, since, Optional.empty()));
    }

    private ContactId contact(Channel channel, long secondsAgo) {
        return reception.welcome(new Approach(
                channel,
                UUID.randomUUID().toString(),
                Optional.empty(),
                domain,
                Language.FR,
                morning.minusSeconds(secondsAgo)));
    }

    private StaffId hire(Capacity capacity) {
        StaffId id = new StaffId(UUID.randomUUID());
        String username = "r" + id.value().toString().substring(0, 13);
        String extension = "7" + Math.floorMod(id.value().getMostSignificantBits(), 100_000_000L);
        accounts.create(
                new Advisor(
                        id,
                        username,
                        "Advisor " + username,
                        Language.FR,
                        Set.of(Role.ADVISOR),
                        Optional.of(extension),
                        Set.of(new Skill(domain, Language.FR, 3)),
                        capacity),
                "correct horse battery");
        advisors.add(id);
        return id;
    }
}

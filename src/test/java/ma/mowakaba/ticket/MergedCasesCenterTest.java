package ma.mowakaba.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.mowakaba.CenterTest;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.demo.DemoStaff;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.routing.Reason;
import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.TimelineEntry.Merge.How;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases that become one: nothing of them is lost, nobody reads what is another's, and they can be two again. */
@CenterTest
class MergedCasesCenterTest {

    private final StaffId advisor = DemoStaff.id("advisor");

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    MergedCases merged;

    @Autowired
    Reception reception;

    @Autowired
    Router router;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient sql;

    @Test
    void whatWasSaidInAPartIsReadOnTheSurvivingCaseAndBothTellWhoMergedThem() {
        PersonId driss = person();
        Ticket part = open("Récépissé", driss, "Où est mon récépissé ?");
        Ticket whole = open("Récépissé, suite", driss, "Je rappelle mon courriel");
        helpdesk.note(part.id(), advisor, "Il attend depuis lundi");

        Ticket surviving = merged.merge(part.id(), whole.id(), advisor);

        assertThat(surviving.id()).isEqualTo(whole.id());
        assertThat(said(whole)).containsExactly("Où est mon récépissé ?", "Je rappelle mon courriel");
        assertThat(timeline(whole))
                .filteredOn(TimelineEntry.Note.class::isInstance)
                .hasSize(1);
        assertThat(told(whole)).containsExactly(How.FROM);
        assertThat(told(part)).containsExactly(How.INTO);
        assertThat(merges(whole).getFirst()).satisfies(told -> {
            assertThat(told.other()).isEqualTo(part.number());
            assertThat(told.by()).isEqualTo(advisor);
        });
        Ticket closed = helpdesk.get(part.number());
        assertThat(closed.state()).isEqualTo(TicketState.CLOSED);
        assertThat(closed.due()).isEmpty();
        assertThat(closed.mergedInto()).contains(whole.id());
        assertThat(helpdesk.surviving(part.id()).number()).isEqualTo(whole.number());
        assertThat(said(part)).containsExactly("Où est mon récépissé ?");
    }

    @Test
    void aTimelineOfSeveralCasesIsReadPageByPageInTheOrderItHappened() {
        PersonId driss = person();
        Ticket part = open("Un", driss, "m1");
        Ticket whole = open("Deux", driss, "m2");
        merged.merge(part.id(), whole.id(), advisor);
        helpdesk.append(part.id(), Cases.saying("m3", Cases.contact(reception, Channel.MAIL)));
        helpdesk.append(whole.id(), Cases.saying("m4", Cases.contact(reception, Channel.MAIL)));

        List<String> read = new java.util.ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<TimelineEntry> page = helpdesk.timeline(whole.id(), new Page.Request(cursor, 2));
            page.items().stream()
                    .filter(TimelineEntry.Message.class::isInstance)
                    .forEach(entry -> read.add(((TimelineEntry.Message) entry).text()));
            cursor = page.next();
        } while (cursor.isPresent());

        assertThat(read).containsExactly("m1", "m2", "m3", "m4");
    }

    @Test
    void whatStillComesToThePartIsHeardOnTheSurvivingCase() {
        PersonId driss = person();
        Ticket part = open("Un", driss, "Bonjour");
        Ticket whole = open("Deux", driss, "Bonsoir");
        merged.merge(part.id(), whole.id(), advisor);
        helpdesk.reply(whole.id(), advisor, "Voici.", List.of());
        assertThat(helpdesk.get(whole.id()).state()).isEqualTo(TicketState.WAITING);
        ContactId contact = Cases.contact(reception, Channel.MAIL);

        Helpdesk.Heard heard = helpdesk.append(part.id(), Cases.saying("Merci, et ensuite ?", contact));

        assertThat(heard.continued()).isFalse();
        assertThat(heard.ticket().id()).isEqualTo(whole.id());
        assertThat(heard.ticket().state()).isEqualTo(TicketState.OPEN);
        assertThat(helpdesk.get(part.id()).state()).isEqualTo(TicketState.CLOSED);
        assertThat(said(whole)).endsWith("Merci, et ensuite ?");
        assertThat(helpdesk.ofContact(contact)).map(Ticket::id).contains(whole.id());
    }

    @Test
    void callsChatsAndMachinesThatConcernThePartStandOnTheSurvivingCase() {
        PersonId driss = person();
        Ticket part = open("Un", driss, "Bonjour");
        Ticket whole = open("Deux", driss, "Bonsoir");
        merged.merge(part.id(), whole.id(), advisor);
        ContactId call = Cases.contact(reception, Channel.CALL);
        helpdesk.attachCall(part.id(), call, "mw-1." + UUID.randomUUID());
        helpdesk.overheard(
                part.id(),
                new Helpdesk.Spoken(
                        Channel.CHAT,
                        Cases.contact(reception, Channel.CHAT),
                        Optional.empty(),
                        "Driss",
                        "Je suis là",
                        whole.updatedAt().plusSeconds(60)));

        assertThat(timeline(whole))
                .filteredOn(TimelineEntry.Call.class::isInstance)
                .hasSize(1);
        assertThat(said(whole)).contains("Je suis là");
        assertThat(helpdesk.ofContact(call)).map(Ticket::number).contains(whole.number());
    }

    @Test
    void theSurvivingCaseOwesWhatWasOwedAndNotLater() {
        PersonId driss = person();
        Ticket part = open("Un", driss, "Bonjour");
        Ticket whole = open("Deux", driss, "Bonsoir");
        Ticket resolved = helpdesk.change(
                whole.id(), TicketChange.to(TicketState.RESOLVED), whole.version(), Optional.of(advisor));
        assertThat(resolved.due()).isEmpty();

        Ticket surviving = merged.merge(part.id(), whole.id(), advisor);

        assertThat(surviving.state()).isEqualTo(TicketState.OPEN);
        assertThat(surviving.due()).isEqualTo(part.due());
        assertThat(surviving.resolvedAt()).isEmpty();
    }

    @Test
    void aChainOfMergesEndsWhereTheLastOneDoesAndNoCircleCanBeMade() {
        PersonId driss = person();
        Ticket one = open("Un", driss, "1");
        Ticket two = open("Deux", driss, "2");
        Ticket three = open("Trois", driss, "3");
        merged.merge(one.id(), two.id(), advisor);
        merged.merge(two.id(), three.id(), advisor);

        assertThat(helpdesk.surviving(one.id()).id()).isEqualTo(three.id());
        assertThat(said(three)).containsExactly("1", "2", "3");
        assertThat(said(two)).containsExactly("1", "2");
        assertThat(helpdesk.append(one.id(), Cases.saying("4", Cases.contact(reception, Channel.MAIL)))
                        .ticket()
                        .id())
                .isEqualTo(three.id());
        assertRefused("ticket.merge.same", () -> merged.merge(three.id(), one.id(), advisor));
        assertRefused("ticket.merge.same", () -> merged.merge(three.id(), three.id(), advisor));
        assertRefused("ticket.merged", () -> merged.merge(one.id(), three.id(), advisor));
    }

    @Test
    void ofTwoWhoMergeTwoCasesIntoEachOtherOneWinsAndTheOtherIsTold() throws Exception {
        for (int round = 0; round < 20; round++) {
            PersonId driss = person();
            Ticket one = open("Un", driss, "1");
            Ticket two = open("Deux", driss, "2");
            List<Callable<String>> both = List.of(() -> merge(one, two), () -> merge(two, one));
            List<String> outcomes;
            try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
                outcomes = hands.invokeAll(both).stream().map(Future::resultNow).toList();
            }
            assertThat(outcomes).as("round %d", round).contains("ok");
            assertThat(outcomes)
                    .filteredOn(outcome -> !outcome.equals("ok"))
                    .singleElement()
                    .asString()
                    .isIn("ticket.merge.same", "ticket.merged", "ticket.stale");
            assertThat(List.of(helpdesk.get(one.id()), helpdesk.get(two.id())))
                    .filteredOn(ticket -> ticket.mergedInto().isPresent())
                    .hasSize(1);
        }
    }

    @Test
    void aPartCannotBeChanged() {
        PersonId driss = person();
        Ticket part = open("Un", driss, "1");
        Ticket whole = open("Deux", driss, "2");
        merged.merge(part.id(), whole.id(), advisor);

        long version = helpdesk.get(part.id()).version();
        assertRefused(
                "ticket.merged",
                () -> helpdesk.change(part.id(), TicketChange.to(TicketState.OPEN), version, Optional.of(advisor)));
    }

    @Test
    void theWordsOfAPartFindTheSurvivingCase() {
        PersonId driss = person();
        String word = "zellige" + UUID.randomUUID().toString().substring(0, 8);
        Ticket part = open("Un", driss, "Une question de " + word);
        Ticket whole = open("Deux", driss, "2");
        merged.merge(part.id(), whole.id(), advisor);

        assertThat(helpdesk.list(Cases.sought(word), Page.Request.first(5)).items())
                .extracting(Ticket::number)
                .containsExactly(whole.number());
    }

    @Test
    void whatWaitedWithThePartIsWithWhoeverHasTheSurvivingCase() {
        PersonId driss = person();
        ContactId waits = Cases.contact(reception, Channel.MAIL);
        Ticket part = helpdesk.open(Cases.about("Un", Optional.of(driss)), Optional.of(Cases.saying("1", waits)));
        router.request(new Router.Request(
                waits, Channel.MAIL, part.domain(), part.language(), part.priority(), Cases.NOON, Optional.empty()));
        Ticket whole = open("Deux", driss, "2");
        helpdesk.assign(whole.id(), Optional.of(advisor), Reason.of("picked"));

        merged.merge(part.id(), whole.id(), advisor);

        assertThat(router.history(waits)).last().satisfies(made -> {
            assertThat(made.advisor()).isEqualTo(advisor);
            assertThat(made.releasedAt()).isEmpty();
        });
        helpdesk.reply(whole.id(), advisor, "Voici.", List.of());
        assertThat(router.history(waits))
                .last()
                .satisfies(made -> assertThat(made.releasedAt()).isPresent());
    }

    @Test
    void whoeverAsksInAPartOfAnothersCaseIsAnsweredAloneAndHearsNothingOfTheOther() {
        PersonId driss = person();
        PersonId salma = person();
        Ticket his = open("Un", driss, "Bonjour de Driss");
        Ticket hers = open("Deux", salma, "Bonjour de Salma");
        merged.merge(his.id(), hers.id(), advisor);

        MessageId toHim = helpdesk.reply(his.id(), advisor, "Pour Driss", List.of());
        MessageId toHer = helpdesk.reply(hers.id(), advisor, "Pour Salma", List.of());

        assertThat(message(hers, toHim).to()).isEqualTo(address(driss));
        assertThat(message(hers, toHer).to()).isEqualTo(address(salma));
        assertThat(message(hers, toHim).ticket()).isEqualTo(his.id());
        assertThat(merged.talk(his.id())).containsOnlyKeys(his.id());
        assertThat(merged.talk(hers.id())).containsOnlyKeys(hers.id());
        assertThat(said(his)).containsExactly("Bonjour de Driss", "Pour Driss");
        assertThat(helpdesk.openCasesOf(driss)).singleElement().satisfies(open -> {
            assertThat(open.number()).isEqualTo(his.number());
            assertThat(open.subject()).isEqualTo("Un");
            assertThat(open.state()).isEqualTo(TicketState.WAITING);
        });
    }

    @Test
    void whoeverAnswersToAPartAfterAllWasClosedLongAgoGoesOnInHisOwnCase() {
        PersonId driss = person();
        Ticket his = open("Le dossier de Driss", driss, "Bonjour");
        Ticket hers = open("Le dossier de Salma", person(), "Bonjour");
        Ticket whole = merged.merge(his.id(), hers.id(), advisor);
        helpdesk.change(whole.id(), TicketChange.to(TicketState.CLOSED), whole.version(), Optional.of(advisor));
        sql.sql("update ticket set closed_at = date_sub(utc_timestamp(6), interval 15 day) where id = :id")
                .param("id", whole.id().value())
                .update();

        Helpdesk.Heard heard =
                helpdesk.append(his.id(), Cases.saying("Encore moi", Cases.contact(reception, Channel.MAIL)));

        assertThat(heard.continued()).isTrue();
        assertThat(heard.ticket().subject()).isEqualTo("Le dossier de Driss");
        assertThat(heard.ticket().requester()).contains(driss);
        assertThat(helpdesk.linked(whole.id())).containsExactly(heard.ticket().number());
    }

    @Test
    void whatWasBeingWrittenInBothIsKept() {
        PersonId driss = person();
        Ticket part = open("Un", driss, "1");
        Ticket whole = open("Deux", driss, "2");
        helpdesk.saveDraft(part.id(), advisor, "Première phrase");
        helpdesk.saveDraft(whole.id(), advisor, "Autre phrase");

        merged.merge(part.id(), whole.id(), advisor);

        assertThat(helpdesk.draft(whole.id(), advisor)).contains("Autre phrase\n\nPremière phrase");
    }

    @Test
    void aPartIsSeparatedAgainWithAllThatWasSaidInItSince() {
        PersonId driss = person();
        Ticket one = open("Un", driss, "1");
        Ticket two = open("Deux", driss, "2");
        Ticket three = open("Trois", person(), "3");
        merged.merge(one.id(), two.id(), advisor);
        merged.merge(two.id(), three.id(), advisor);
        helpdesk.append(one.id(), Cases.saying("4", Cases.contact(reception, Channel.MAIL)));

        Ticket apart = merged.split(two.id(), advisor);

        assertThat(apart.state()).isEqualTo(TicketState.OPEN);
        assertThat(apart.mergedInto()).isEmpty();
        assertThat(apart.due()).isPresent();
        assertThat(apart.advisor()).contains(advisor);
        assertThat(said(two)).containsExactly("1", "2", "4");
        assertThat(said(three)).containsExactly("3");
        assertThat(helpdesk.surviving(one.id()).id()).isEqualTo(two.id());
        assertThat(told(three)).containsExactly(How.FROM, How.APART);
        assertRefused("ticket.merge.none", () -> merged.split(two.id(), advisor));
    }

    @Test
    void aCaseOfWhichNobodyKnewTheRequesterHasHimAsLongAsTheyAreOne() {
        PersonId driss = person();
        Ticket part = open("Un", driss, "1");
        Ticket unknown = helpdesk.open(Cases.about("Numéro masqué"), Optional.empty());

        assertThat(merged.merge(part.id(), unknown.id(), advisor).requester()).contains(driss);
        assertThat(merged.talk(unknown.id())).containsOnlyKeys(unknown.id(), part.id());

        merged.split(part.id(), advisor);
        assertThat(helpdesk.get(unknown.id()).requester()).isEmpty();
    }

    private String merge(Ticket part, Ticket into) {
        try {
            merged.merge(part.id(), into.id(), advisor);
            return "ok";
        } catch (Problem refused) {
            return refused.subject();
        }
    }

    private PersonId person() {
        return directory.meet(
                new EmailAddress("membre-" + UUID.randomUUID() + "@example.ma"), Optional.of("Driss"), Language.FR);
    }

    private String address(PersonId person) {
        return directory.emails(person).getFirst().value();
    }

    private Ticket open(String subject, PersonId requester, String text) {
        return helpdesk.open(
                Cases.about(subject, Optional.of(requester)),
                Optional.of(Cases.saying(text, Cases.contact(reception, Channel.MAIL))));
    }

    private List<TimelineEntry> timeline(Ticket ticket) {
        return helpdesk.timeline(ticket.id(), Page.Request.first(100)).items();
    }

    private List<TimelineEntry.Message> messages(Ticket ticket) {
        return timeline(ticket).stream()
                .filter(TimelineEntry.Message.class::isInstance)
                .map(TimelineEntry.Message.class::cast)
                .toList();
    }

    private List<String> said(Ticket ticket) {
        return messages(ticket).stream().map(TimelineEntry.Message::text).toList();
    }

    private TimelineEntry.Message message(Ticket ticket, MessageId id) {
        return messages(ticket).stream()
                .filter(message -> message.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<TimelineEntry.Merge> merges(Ticket ticket) {
        return timeline(ticket).stream()
                .filter(TimelineEntry.Merge.class::isInstance)
                .map(TimelineEntry.Merge.class::cast)
                .toList();
    }

    private List<How> told(Ticket ticket) {
        return merges(ticket).stream().map(TimelineEntry.Merge::how).toList();
    }

    private static void assertRefused(String subject, Runnable attempt) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(attempt::run)
                .satisfies(refusal -> assertThat(refusal.subject()).isEqualTo(subject));
    }
}

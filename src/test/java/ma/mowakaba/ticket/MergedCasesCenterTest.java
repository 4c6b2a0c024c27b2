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
import org.junit.jupiter.api.BeforeEach;
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

    private PersonId driss;
    private Ticket part;
    private Ticket whole;

    @BeforeEach
    void drissAsksTwice() {
        driss = person();
        part = open("Un", driss, "1");
        whole = open("Deux", driss, "2");
    }

    @Test
    void whatWasSaidInAPartIsReadOnTheSurvivingCaseAndBothTellWhoMergedThem() {
        helpdesk.note(part.id(), advisor, "Il attend depuis lundi");

        Ticket surviving = merged.merge(part.id(), whole.id(), advisor);

        assertThat(surviving.id()).isEqualTo(whole.id());
        assertThat(said(whole)).containsExactly("1", "2");
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
        assertThat(said(part)).containsExactly("1");
    }

    @Test
    void aTimelineOfSeveralCasesIsReadPageByPageInTheOrderItHappened() {
        merged.merge(part.id(), whole.id(), advisor);
        helpdesk.append(part.id(), Cases.saying("3", Cases.contact(reception, Channel.MAIL)));
        helpdesk.append(whole.id(), Cases.saying("4", Cases.contact(reception, Channel.MAIL)));

        List<String> read = new java.util.ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<TimelineEntry> page = helpdesk.timeline(whole.id(), new Page.Request(cursor, 2));
            page.items().stream()
                    .filter(TimelineEntry.Message.class::isInstance)
                    .forEach(entry -> read.add(((TimelineEntry.Message) entry).text()));
            cursor = page.next();
        } while (cursor.isPresent());

        assertThat(read).containsExactly("1", "2", "3", "4");
    }

    @Test
    void whatStillComesToThePartIsHeardOnTheSurvivingCase() {
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
        Ticket three = open("Trois", driss, "3");
        merged.merge(part.id(), whole.id(), advisor);
        merged.merge(whole.id(), three.id(), advisor);

        assertThat(helpdesk.surviving(part.id()).id()).isEqualTo(three.id());
        assertThat(said(three)).containsExactly("1", "2", "3");
        assertThat(said(whole)).containsExactly("1", "2");
        assertThat(helpdesk.append(part.id(), Cases.saying("4", Cases.contact(reception, Channel.MAIL)))
                        .ticket()
                        .id())
                .isEqualTo(three.id());
        assertRefused("ticket.merge.same", () -> merged.merge(three.id(), part.id(), advisor));
        assertRefused("ticket.merge.same", () -> merged.merge(three.id(), three.id(), advisor));
        assertRefused("ticket.merged", () -> merged.merge(part.id(), three.id(), advisor));
    }

    @Test
    void ofTwoWhoMergeTwoCasesIntoEachOtherOneWinsAndTheOtherIsTold() throws Exception {
        for (int round = 0; round < 20; round++) {
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
        merged.merge(part.id(), whole.id(), advisor);

        long version = helpdesk.get(part.id()).version();
        assertRefused(
                "ticket.merged",
                () -> helpdesk.change(part.id(), TicketChange.to(TicketState.OPEN), version, Optional.of(advisor)));
    }

    @Test
    void theWordsOfAPartFindTheSurvivingCase() {
        String word = "zellige" + UUID.randomUUID().toString().substring(0, 8);
        Ticket asked = open("Trois", driss, "Une question de " + word);
        merged.merge(asked.id(), whole.id(), advisor);

        assertThat(helpdesk.list(Cases.sought(word), Page.Request.first(5)).items())
                .extracting(Ticket::number)
                .containsExactly(whole.number());
    }

    @Test
    void whatWaitedWithThePartIsWithWhoeverHasTheSurvivingCase() {
        ContactId waits = Cases.contact(reception, Channel.MAIL);
        Ticket asked = helpdesk.open(Cases.about("Trois", Optional.of(driss)), Optional.of(Cases.saying("3", waits)));
        router.request(new Router.Request(
                waits, Channel.MAIL, asked.domain(), asked.language(), asked.priority(), Cases.NOON, Optional.empty()));
        helpdesk.assign(whole.id(), Optional.of(advisor), Reason.of("picked"));

        merged.merge(asked.id(), whole.id(), advisor);

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
        PersonId omar = person();
        PersonId salma = person();
        Ticket his = open("Un", omar, "Bonjour d’Omar");
        Ticket hers = open("Deux", salma, "Bonjour de Salma");
        merged.merge(his.id(), hers.id(), advisor);

        MessageId toHim = helpdesk.reply(his.id(), advisor, "Pour Omar", List.of());
        MessageId toHer = helpdesk.reply(hers.id(), advisor, "Pour Salma", List.of());

        assertThat(message(hers, toHim).to()).isEqualTo(address(omar));
        assertThat(message(hers, toHer).to()).isEqualTo(address(salma));
        assertThat(message(hers, toHim).ticket()).isEqualTo(his.id());
        assertThat(merged.talk(his.id())).containsOnlyKeys(his.id());
        assertThat(merged.talk(hers.id())).containsOnlyKeys(hers.id());
        assertThat(said(his)).containsExactly("Bonjour d’Omar", "Pour Omar");
        assertThat(helpdesk.openCasesOf(omar)).singleElement().satisfies(open -> {
            assertThat(open.number()).isEqualTo(his.number());
            assertThat(open.subject()).isEqualTo("Un");
            assertThat(open.state()).isEqualTo(TicketState.WAITING);
        });
    }

    @Test
    void whoeverAnswersToAPartAfterAllWasClosedLongAgoGoesOnInHisOwnCase() {
        Ticket his = open("Le dossier de Driss", driss, "Bonjour");
        Ticket hers = open("Le dossier de Salma", person(), "Bonjour");
        Ticket surviving = merged.merge(his.id(), hers.id(), advisor);
        helpdesk.change(surviving.id(), TicketChange.to(TicketState.CLOSED), surviving.version(), Optional.of(advisor));
        sql.sql("update ticket set closed_at = date_sub(utc_timestamp(6), interval 15 day) where id = :id")
                .param("id", surviving.id().value())
                .update();

        Helpdesk.Heard heard =
                helpdesk.append(his.id(), Cases.saying("Encore moi", Cases.contact(reception, Channel.MAIL)));

        assertThat(heard.continued()).isTrue();
        assertThat(heard.ticket().subject()).isEqualTo("Le dossier de Driss");
        assertThat(heard.ticket().requester()).contains(driss);
        assertThat(helpdesk.linked(surviving.id()))
                .containsExactly(heard.ticket().number());
    }

    @Test
    void whatWasBeingWrittenInBothIsKept() {
        helpdesk.saveDraft(part.id(), advisor, "Première phrase");
        helpdesk.saveDraft(whole.id(), advisor, "Autre phrase");

        merged.merge(part.id(), whole.id(), advisor);

        assertThat(helpdesk.draft(whole.id(), advisor)).contains("Autre phrase\n\nPremière phrase");
    }

    @Test
    void aPartIsSeparatedAgainWithAllThatWasSaidInItSince() {
        Ticket three = open("Trois", person(), "3");
        merged.merge(part.id(), whole.id(), advisor);
        merged.merge(whole.id(), three.id(), advisor);
        helpdesk.append(part.id(), Cases.saying("4", Cases.contact(reception, Channel.MAIL)));

        Ticket apart = merged.split(whole.id(), advisor);

        assertThat(apart.state()).isEqualTo(TicketState.OPEN);
        assertThat(apart.mergedInto()).isEmpty();
        assertThat(apart.due()).isPresent();
        assertThat(apart.advisor()).contains(advisor);
        assertThat(said(whole)).containsExactly("1", "2", "4");
        assertThat(said(three)).containsExactly("3");
        assertThat(helpdesk.surviving(part.id()).id()).isEqualTo(whole.id());
        assertThat(told(three)).containsExactly(How.FROM, How.APART);
        assertRefused("ticket.merge.none", () -> merged.split(whole.id(), advisor));
    }

    @Test
    void aCaseOfWhichNobodyKnewTheRequesterHasHimAsLongAsTheyAreOne() {
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

package ma.mowakaba.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import ma.mowakaba.CenterTest;
import ma.mowakaba.chat.ChatRooms.Line;
import ma.mowakaba.chat.ChatRooms.Opened;
import ma.mowakaba.chat.ChatRooms.Room;
import ma.mowakaba.contact.Contact;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.routing.Reason;
import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketNumber;
import ma.mowakaba.ticket.TimelineEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CenterTest
class ChatRoomsCenterTest {

    @Autowired
    ChatRooms rooms;

    @Autowired
    Reception reception;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    Router router;

    @Autowired
    Accounts accounts;

    @Autowired
    PresenceBoard presence;

    @Autowired
    Transcriber transcriber;

    @Autowired
    JdbcClient jdbc;

    @Test
    void linesOfManyWritersAreNumberedWithoutAGap() throws Exception {
        ChatId chat = open().chat();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var written = IntStream.range(0, 40)
                    .mapToObj(i -> writers.submit(() -> rooms.visitorSays(chat, "line-" + i, "سطر " + i)))
                    .toList();
            for (Future<Line> line : written) {
                line.get();
            }
        }
        assertThat(rooms.lines(chat, 0))
                .extracting(Line::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
        assertThat(rooms.lines(chat, 38)).extracting(Line::number).containsExactly(39, 40);
    }

    @Test
    void aLineBroughtTwiceIsStoredOnce() throws Exception {
        ChatId chat = open().chat();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var written = IntStream.range(0, 12)
                    .mapToObj(i -> writers.submit(() -> rooms.visitorSays(chat, "same", "بغيت نسول")))
                    .toList();
            for (Future<Line> line : written) {
                assertThat(line.get().number()).isEqualTo(1);
            }
        }
        assertThat(rooms.lines(chat, 0)).hasSize(1);
    }

    @Test
    void onlyTheSecretOfTheRoomOpensIt() {
        Opened mine = open();
        Opened other = open();
        assertThat(rooms.visitorOf(mine.chat(), mine.secret())).isTrue();
        assertThat(rooms.visitorOf(mine.chat(), other.secret())).isFalse();
        assertThat(rooms.visitorOf(new ChatId(UUID.randomUUID()), mine.secret()))
                .isFalse();
    }

    @Test
    void aVisitorIsHelpedByAnAdvisorAndTheCaseHoldsWhatWasSaid() {
        ChatId chat = open().chat();
        rooms.visitorSays(chat, "1", "بغيت نجدد المكتب ديال الجمعية");
        Room waiting = askUntilStaffed(chat);
        assertThat(waiting.state()).isIn("waiting", "talking");
        Contact contact = reception.get(waiting.contact().orElseThrow());
        assertThat(contact.channel()).isEqualTo(Channel.CHAT);
        assertThat(contact.queuedAt()).isPresent();

        StaffId advisor = talking(chat);
        rooms.visitorSays(chat, "2", "شنو هي الوثائق؟");
        rooms.advisorSays(chat, advisor, "a1", "محضر الجمع العام ولائحة الأعضاء.");
        Ticket ticket = helpdesk.get(rooms.room(chat).ticket().orElseThrow());
        await().untilAsserted(() -> assertThat(
                        helpdesk.timeline(ticket.id(), Page.Request.first(100)).items())
                .filteredOn(TimelineEntry.Message.class::isInstance)
                .extracting(entry -> ((TimelineEntry.Message) entry).text())
                .containsExactlyInAnyOrder(
                        "بغيت نجدد المكتب ديال الجمعية", "شنو هي الوثائق؟", "محضر الجمع العام ولائحة الأعضاء."));
        assertThat(helpdesk.get(ticket.id()).firstResponseAt()).isPresent();

        rooms.close(chat, Optional.of(advisor));
        assertThat(rooms.room(chat).state()).isEqualTo("closed");
        assertThat(reception.get(contact.id()).outcome()).contains(Outcome.ANSWERED);
        assertThat(jdbc.sql("select count(*) from handling_fact where contact_id = ? and advisor_id = ? and left_at is"
                                + " not null")
                        .params(contact.id().value(), advisor.value())
                        .query(Long.class)
                        .single())
                .as("his part of the conversation is in the figures")
                .isEqualTo(1);
        assertThatThrownBy(() -> rooms.visitorSays(chat, "3", "شكرا"))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.subject()).isEqualTo("chat.closed"));
    }

    @Test
    void aLineThatCouldNotBeWrittenOnTheCaseIsBroughtByTheSweep() {
        ChatId chat = open().chat();
        rooms.visitorSays(chat, "1", "بغيت نجدد المكتب");
        askUntilStaffed(chat);
        talking(chat);
        Ticket ticket = helpdesk.get(rooms.room(chat).ticket().orElseThrow());
        jdbc.sql("insert into chat_line (chat_id, number, sender, client_id, text, said_at, transcribed)"
                        + " values (?, 900, 'visitor', 'lost', 'ضاع هذا السطر', ?, false)")
                .params(chat.value(), Columns.utc(Instant.now().minusSeconds(60)))
                .update();

        transcriber.sweep();
        transcriber.sweep();

        assertThat(helpdesk.timeline(ticket.id(), Page.Request.first(100)).items())
                .filteredOn(TimelineEntry.Message.class::isInstance)
                .extracting(entry -> ((TimelineEntry.Message) entry).text())
                .containsOnlyOnce("ضاع هذا السطر");
    }

    @Test
    void anAdvisorWritesOnlyInHisOwnRooms() {
        ChatId chat = open().chat();
        StaffId stranger = accounts.byUsername("supervisor").orElseThrow().id();
        assertThatThrownBy(() -> rooms.advisorSays(chat, stranger, "x", "bonjour"))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.subject()).isEqualTo("chat.not-yours"));
    }

    @Test
    void aMessageLeftBecomesACaseThatWaitsForAnAnswer() {
        ChatId chat = open().chat();
        rooms.visitorSays(chat, "1", "Comment demander une subvention ?");
        String address = "visiteur-" + UUID.randomUUID() + "@example.ma";
        TicketNumber number = rooms.leaveMessage(chat, Optional.of("Salma"), Optional.of(address), Optional.empty());
        Ticket ticket = helpdesk.get(number);
        assertThat(ticket.subject()).isEqualTo("Comment demander une subvention ?");
        assertThat(rooms.room(chat).state()).isEqualTo("closed");
        assertThat(reception.find(Channel.CHAT, chat.toString()).flatMap(Contact::outcome))
                .contains(Outcome.LEFT_MESSAGE);
        assertThat(reception.find(Channel.WEB, chat.toString()).flatMap(Contact::queuedAt))
                .isPresent();
        assertThat(rooms.leaveMessage(chat, Optional.of("Salma"), Optional.of(address), Optional.empty()))
                .isEqualTo(number);
    }

    @Test
    void whoeverLeavesNoAddressIsAskedForOne() {
        ChatId chat = open().chat();
        rooms.visitorSays(chat, "1", "السلام");
        assertThatThrownBy(() -> rooms.leaveMessage(chat, Optional.empty(), Optional.empty(), Optional.of("12")))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.subject()).isEqualTo("chat.no-address"));
        assertThat(rooms.room(chat).state()).isEqualTo("guided");
    }

    @Test
    void aVisitorWhoEndsItWhileHeWaitsHasGivenUp() {
        ChatId chat = open().chat();
        rooms.visitorSays(chat, "1", "kifach ndir jam3iya");
        Room waiting = askUntilStaffed(chat);
        if (waiting.state().equals("waiting") && rooms.room(chat).state().equals("waiting")) {
            rooms.close(chat, Optional.empty());
            assertThat(reception.get(waiting.contact().orElseThrow()).outcome()).contains(Outcome.ABANDONED);
        }
        assertThat(router.waiting(10_000))
                .noneMatch(line -> line.contact().equals(waiting.contact().orElseThrow())
                        && rooms.room(chat).state().equals("closed"));
    }

    private Opened open() {
        return rooms.open(Language.AR, Optional.of(new DomainCode("association-life")), Optional.of("زائر"));
    }

    /** Somebody is there from now on. */
    private Room askUntilStaffed(ChatId chat) {
        presence.available(accounts.byUsername("advisor").orElseThrow().id());
        return rooms.askForAdvisor(chat);
    }

    private StaffId talking(ChatId chat) {
        StaffId advisor = accounts.byUsername("advisor").orElseThrow().id();
        Room room = rooms.room(chat);
        if (room.state().equals("waiting")) {
            router.took(room.contact().orElseThrow(), Channel.CHAT, advisor, Reason.of("picked"));
        }
        return rooms.room(chat).advisor().orElseThrow();
    }
}

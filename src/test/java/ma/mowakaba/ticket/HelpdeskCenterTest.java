package ma.mowakaba.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.mowakaba.CenterTest;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.routing.Reason;
import ma.mowakaba.staff.StaffId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CenterTest
class HelpdeskCenterTest {

    private final StaffId advisor = new StaffId(UUID.randomUUID());

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    Reception reception;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient sql;

    @Test
    void aNewCaseHasItsNumberItsDueTimeAndItsFirstMessage() {
        ContactId contact = Cases.contact(reception, Channel.MAIL);
        Ticket opened = helpdesk.open(Cases.about("Subvention"), Optional.of(Cases.saying("Bonjour", contact)));

        assertThat(opened.number().value()).matches("20\\d\\d-\\d{6,}");
        assertThat(opened.state()).isEqualTo(TicketState.NEW);
        assertThat(opened.due()).hasValueSatisfying(due -> assertThat(due).isAfter(opened.createdAt()));
        assertThat(helpdesk.get(opened.number())).isEqualTo(opened);
        assertThat(helpdesk.get(opened.id())).isEqualTo(opened);
        assertThat(helpdesk.ofContact(contact)).contains(opened);
        assertThat(timeline(opened.id())).singleElement().isInstanceOfSatisfying(TimelineEntry.Message.class, said -> {
            assertThat(said.direction()).isEqualTo(TimelineEntry.Direction.IN);
            assertThat(said.text()).isEqualTo("Bonjour");
            assertThat(said.html()).contains("<p>Bonjour</p>");
            assertThat(said.from()).isEqualTo("Driss <driss@example.ma>");
        });
    }

    @Test
    void aFurtherMessageOpensAWaitingCaseAgain() {
        Ticket waiting = move(open("Subvention"), TicketState.WAITING);

        Ticket reopened = helpdesk.append(
                        waiting.id(), Cases.saying("Voici le document", Cases.contact(reception, Channel.MAIL)))
                .ticket();

        assertThat(reopened.state()).isEqualTo(TicketState.OPEN);
        assertThat(reopened.version()).isGreaterThan(waiting.version());
        assertThat(timeline(waiting.id()).stream().map(entry -> (Object) entry.getClass()))
                .containsExactly(
                        TimelineEntry.StateChange.class, TimelineEntry.Message.class, TimelineEntry.StateChange.class);
    }

    @Test
    void aClosedCaseIsReopenedForFourteenDaysAndThenContinuedInALinkedOne() {
        Ticket recent = closedDaysAgo(13);
        Ticket old = closedDaysAgo(15);

        Ticket same = helpdesk.append(recent.id(), Cases.saying("Encore", Cases.contact(reception, Channel.MAIL)))
                .ticket();
        ContactId contact = Cases.contact(reception, Channel.MAIL);
        Ticket next = helpdesk.append(old.id(), Cases.saying("Encore", contact)).ticket();

        assertThat(same.id()).isEqualTo(recent.id());
        assertThat(same.state()).isEqualTo(TicketState.OPEN);
        assertThat(next.id()).isNotEqualTo(old.id());
        assertThat(next.state()).isEqualTo(TicketState.NEW);
        assertThat(next.requester()).isEqualTo(old.requester());
        assertThat(helpdesk.linked(next.id())).containsExactly(old.number());
        assertThat(helpdesk.linked(old.id())).containsExactly(next.number());
        assertThat(helpdesk.get(old.id()).state()).isEqualTo(TicketState.CLOSED);
        assertThat(helpdesk.ofContact(contact)).map(Ticket::id).contains(next.id());
    }

    @Test
    void aChangeOfEveryFieldIsKept() {
        Ticket opened = open("Subvention");
        TicketChange change = new TicketChange(
                Optional.of(TicketState.ON_HOLD),
                Optional.of(Priority.URGENT),
                Optional.of(new DomainCode("training")),
                Optional.of(Optional.of(advisor)),
                Optional.of(Set.of("fès", "2026")),
                Optional.of("Formation"));

        Ticket changed = helpdesk.change(opened.id(), change, opened.version(), Optional.of(advisor));

        assertThat(helpdesk.get(opened.id())).isEqualTo(changed);
        assertThat(changed.state()).isEqualTo(TicketState.ON_HOLD);
        assertThat(changed.priority()).isEqualTo(Priority.URGENT);
        assertThat(changed.domain().value()).isEqualTo("training");
        assertThat(changed.advisor()).contains(advisor);
        assertThat(changed.tags()).containsExactlyInAnyOrder("fès", "2026");
        assertThat(changed.subject()).isEqualTo("Formation");
        assertThat(changed.due().orElseThrow()).isBefore(opened.due().orElseThrow());
    }

    @Test
    void aChangeOfSomethingReadBeforeAnothersChangeIsRefused() {
        Ticket read = open("Subvention");
        move(read, TicketState.OPEN);

        assertRefused("ticket.stale", () -> move(read, TicketState.RESOLVED));
        assertThat(helpdesk.get(read.id()).state()).isEqualTo(TicketState.OPEN);
    }

    @Test
    void aClosedCaseCannotWait() {
        Ticket closed = move(open("Subvention"), TicketState.CLOSED);

        assertRefused("ticket.transition", () -> move(closed, TicketState.WAITING));
    }

    @Test
    void aNoteAndAnAssignmentStandOnTheTimelineWithTheirReason() {
        Ticket opened = open("Subvention");
        MessageId note = helpdesk.note(opened.id(), advisor, "Rappeler demain");
        helpdesk.assign(opened.id(), Optional.of(advisor), Reason.of("best-skill", "funding", "fr"));
        helpdesk.assign(opened.id(), Optional.of(advisor), Reason.of("best-skill", "funding", "fr"));

        List<TimelineEntry> timeline = timeline(opened.id());
        assertThat(timeline).hasSize(3);
        assertThat(timeline.getFirst()).isInstanceOfSatisfying(TimelineEntry.Note.class, written -> {
            assertThat(written.id()).isEqualTo(note);
            assertThat(written.text()).isEqualTo("Rappeler demain");
        });
        assertThat(timeline.get(1)).isInstanceOfSatisfying(TimelineEntry.Assignment.class, given -> {
            assertThat(given.advisor()).contains(advisor);
            assertThat(given.reason()).isEqualTo(Reason.of("best-skill", "funding", "fr"));
        });
        assertThat(helpdesk.get(opened.id()).state()).isEqualTo(TicketState.OPEN);
    }

    @Test
    void aTimelineIsReadPageByPageOldestFirst() {
        Ticket opened = open("Subvention");
        for (int i = 0; i < 7; i++) {
            helpdesk.note(opened.id(), advisor, "n" + i);
        }
        Page<TimelineEntry> first = helpdesk.timeline(opened.id(), Page.Request.first(3));
        Page<TimelineEntry> second = helpdesk.timeline(opened.id(), new Page.Request(first.next(), 3));
        Page<TimelineEntry> third = helpdesk.timeline(opened.id(), new Page.Request(second.next(), 3));

        assertThat(notes(first)).containsExactly("n0", "n1", "n2");
        assertThat(notes(second)).containsExactly("n3", "n4", "n5");
        assertThat(notes(third)).containsExactly("n6");
        assertThat(third.next()).isEmpty();
        assertRefused("page.cursor", () -> helpdesk.timeline(opened.id(), new Page.Request(Optional.of("'; drop"), 3)));
    }

    @Test
    void anAttachmentComesBackWholeOrNotAtAll() {
        byte[] bytes = new byte[(2 << 20) + 17];
        Arrays.fill(bytes, (byte) 7);
        Ticket opened = helpdesk.open(
                Cases.about("Dossier"),
                Optional.of(Cases.saying(
                        "Ci-joint",
                        Cases.contact(reception, Channel.MAIL),
                        List.of(
                                file("القانون الأساسي.pdf", "application/pdf", bytes),
                                file("vide.txt", "text/plain", new byte[0]),
                                file("../../etc/passwd", "text/plain", "x".getBytes(StandardCharsets.UTF_8))))));
        TimelineEntry.Message said =
                (TimelineEntry.Message) timeline(opened.id()).getFirst();

        assertThat(said.attachments())
                .extracting(TimelineEntry.Attachment::name)
                .containsExactly("القانون الأساسي.pdf", "vide.txt", "../../etc/passwd");
        UUID big = said.attachments().getFirst().id();
        assertThat(helpdesk.attachment(big).bytes()).isEqualTo(bytes);
        assertThat(helpdesk.attachment(said.attachments().get(1).id()).bytes()).isEmpty();

        sql.sql("update attachment_part set bytes = 'y' where attachment_id = :id and part = 1")
                .param("id", big)
                .update();
        assertRefused("attachment.damaged", () -> helpdesk.attachment(big));
        assertRefused("attachment.unknown", () -> helpdesk.attachment(UUID.randomUUID()));
    }

    @Test
    void aListIsReadPageByPageInEveryOrder() {
        PersonId person = directory.meet(Optional.of("Amina"), Language.FR);
        List<Ticket> opened = java.util.stream.IntStream.range(0, 5)
                .mapToObj(i -> helpdesk.open(Cases.about("S" + i, Optional.of(person)), Optional.empty()))
                .toList();
        helpdesk.note(opened.get(2).id(), advisor, "zuletzt");
        move(opened.get(4), TicketState.RESOLVED);

        assertThat(subjects(Cases.of(person, TicketFilter.Sort.NEWEST))).containsExactly("S4", "S3", "S2", "S1", "S0");
        assertThat(subjects(Cases.of(person, TicketFilter.Sort.OLDEST))).containsExactly("S0", "S1", "S2", "S3", "S4");
        assertThat(subjects(Cases.of(person, TicketFilter.Sort.UPDATED))).startsWith("S4", "S2");
        assertThat(subjects(Cases.of(person, TicketFilter.Sort.DUE)))
                .endsWith("S4")
                .hasSize(5);
        assertThat(subjects(Cases.of(person, TicketFilter.Sort.NEWEST, TicketState.RESOLVED)))
                .containsExactly("S4");
        assertThat(helpdesk.openCasesOf(person)).extracting(Ticket::subject).containsExactly("S3", "S2", "S1", "S0");
    }

    @Test
    void statesAreMergedInOneOrder() {
        StaffId owner = new StaffId(UUID.randomUUID());
        for (int i = 0; i < 6; i++) {
            Ticket opened = open("S" + i);
            helpdesk.assign(opened.id(), Optional.of(owner), Reason.of("picked"));
            if (i % 2 == 1) {
                move(helpdesk.get(opened.id()), TicketState.ON_HOLD);
            }
        }
        TicketFilter everything = TicketFilter.everything();
        TicketFilter his = new TicketFilter(
                Set.of(),
                everything.domain(),
                everything.language(),
                Optional.of(owner),
                Optional.of(Channel.MAIL),
                everything.requester(),
                everything.q(),
                everything.since(),
                everything.until(),
                TicketFilter.Sort.OLDEST);

        assertThat(subjects(his)).containsExactly("S0", "S1", "S2", "S3", "S4", "S5");
    }

    @Test
    void aCaseIsFoundByItsNumberAndByTheWordsOfItsMessages() {
        String word = "kaftan" + UUID.randomUUID().toString().substring(0, 8);
        Ticket opened = helpdesk.open(
                Cases.about("Sujet"),
                Optional.of(Cases.saying("نريد فتح الحساب البنكي " + word, Cases.contact(reception, Channel.MAIL))));

        assertThat(helpdesk.list(Cases.sought(opened.number().value()), Page.Request.first(5))
                        .items())
                .containsExactly(opened);
        assertThat(helpdesk.list(Cases.sought("حساب " + word.substring(0, 10)), Page.Request.first(5))
                        .items())
                .containsExactly(opened);
        assertThat(helpdesk.list(Cases.sought(word + " absentissime"), Page.Request.first(5))
                        .items())
                .isEmpty();
        assertThat(helpdesk.list(Cases.sought("+-><()~*\"@ '; --"), Page.Request.first(5))
                        .items())
                .isEmpty();
    }

    @Test
    void aDraftIsKeptForEachAdvisorUntilItIsEmptied() {
        Ticket opened = open("Subvention");
        helpdesk.saveDraft(opened.id(), advisor, "Bonj");
        helpdesk.saveDraft(opened.id(), advisor, "Bonjour");

        assertThat(helpdesk.draft(opened.id(), advisor)).contains("Bonjour");
        assertThat(helpdesk.draft(opened.id(), new StaffId(UUID.randomUUID()))).isEmpty();
        helpdesk.saveDraft(opened.id(), advisor, " ");
        assertThat(helpdesk.draft(opened.id(), advisor)).isEmpty();
    }

    private Ticket open(String subject) {
        return helpdesk.open(Cases.about(subject), Optional.empty());
    }

    private Ticket move(Ticket ticket, TicketState state) {
        return helpdesk.change(ticket.id(), TicketChange.to(state), ticket.version(), Optional.of(advisor));
    }

    private Ticket closedDaysAgo(int days) {
        Ticket closed = move(open("Ancien"), TicketState.CLOSED);
        sql.sql("update ticket set closed_at = date_sub(utc_timestamp(6), interval :days day) where id = :id")
                .param("days", days)
                .param("id", closed.id().value())
                .update();
        return closed;
    }

    private List<TimelineEntry> timeline(TicketId ticket) {
        return helpdesk.timeline(ticket, Page.Request.first(50)).items();
    }

    private List<String> subjects(TicketFilter filter) {
        Page<Ticket> page = helpdesk.list(filter, Page.Request.first(2));
        List<String> subjects = new java.util.ArrayList<>(
                page.items().stream().map(Ticket::subject).toList());
        while (page.next().isPresent()) {
            page = helpdesk.list(filter, new Page.Request(page.next(), 2));
            page.items().forEach(ticket -> subjects.add(ticket.subject()));
        }
        return subjects;
    }

    private static List<String> notes(Page<TimelineEntry> page) {
        return page.items().stream()
                .map(entry -> ((TimelineEntry.Note) entry).text())
                .toList();
    }

    private static IncomingMessage.AttachmentDraft file(String name, String type, byte[] bytes) {
        return new IncomingMessage.AttachmentDraft(name, type, bytes, Optional.empty());
    }

    private static void assertRefused(String subject, Runnable attempt) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(attempt::run)
                .satisfies(refusal -> assertThat(refusal.subject()).isEqualTo(subject));
    }
}

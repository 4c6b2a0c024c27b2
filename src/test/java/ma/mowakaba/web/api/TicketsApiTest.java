package ma.mowakaba.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.Center;
import ma.mowakaba.Center.Answer;
import ma.mowakaba.CenterTest;
import ma.mowakaba.contact.Approach;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.routing.Reason;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.IncomingMessage;
import ma.mowakaba.ticket.NewTicket;
import ma.mowakaba.ticket.Ticket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CenterTest
class TicketsApiTest {

    private static final DomainCode FUNDING = new DomainCode("funding");

    @LocalServerPort
    int port;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    Reception reception;

    @Autowired
    Directory directory;

    @Autowired
    Accounts accounts;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private Center center;

    @BeforeEach
    void find() {
        center = Center.at(port);
    }

    @Test
    void aCaseIsReadAsTheContractSays() {
        Ticket ticket = open();
        Answer answer = center.get("/api/tickets/" + ticket.number());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"" + ticket.version() + "\"");
        assertThat(answer.body().propertyNames())
                .contains(
                        "number",
                        "subject",
                        "state",
                        "priority",
                        "domain",
                        "language",
                        "channel",
                        "requester",
                        "association",
                        "advisor",
                        "tags",
                        "createdAt",
                        "firstResponseAt",
                        "resolvedAt",
                        "due",
                        "version");
        assertThat(answer.body().path("state").asString()).isEqualTo("new");
        assertThat(answer.body().at("/requester/email").asString()).isEqualTo(unique + "@example.ma");
        assertThat(answer.body().path("createdAt").asString()).endsWith("Z");
        assertThat(answer.body().path("advisor").isNull()).isTrue();
    }

    @Test
    void whoHasTheVersionAlreadyGetsNoSecondCopy() {
        Ticket ticket = open();
        Answer again = center.send(
                HttpRequest.newBuilder().GET(),
                "/api/tickets/" + ticket.number(),
                Map.of("If-None-Match", "\"" + ticket.version() + "\""));

        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void aChangeNeedsTheVersionItIsMeantFor() {
        Ticket ticket = open();
        String path = "/api/tickets/" + ticket.number();
        String tag = center.get(path).header("ETag");

        assertThat(center.patch(path, Map.of("subject", "Sans version")).status())
                .isEqualTo(428);
        Answer changed = center.patch(path, Map.of("subject", "Nouveau", "tags", List.of("fès")), "If-Match", tag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("subject").asString()).isEqualTo("Nouveau");
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        Answer stale = center.patch(path, Map.of("subject", "Trop tard"), "If-Match", tag);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body().path("title").asString()).isEqualTo("Le dossier a changé entre-temps");
        assertThat(center.get(path).body().path("subject").asString()).isEqualTo("Nouveau");
    }

    @Test
    void theOwnerIsNamedOrTakenAway() {
        Ticket ticket = helpdesk.open(about(Optional.empty()), Optional.empty());
        String path = "/api/tickets/" + ticket.number();
        Answer given = center.patch(path, Map.of("advisor", "advisor"), "If-Match", "*");
        assertThat(given.status()).isEqualTo(200);
        assertThat(given.body().at("/advisor/name").asString()).isNotBlank();
        assertThat(given.body().path("state").asString()).isEqualTo("open");

        Answer taken = center.patch(path, "{\"advisor\":null}", "If-Match", given.header("ETag"));
        assertThat(taken.body().path("advisor").isNull()).isTrue();
        assertThat(center.patch(path, Map.of("advisor", "nobody"), "If-Match", "*")
                        .status())
                .isEqualTo(400);
        assertThat(center.patch(path, Map.of("advisor", 7), "If-Match", "*").status())
                .isEqualTo(400);
    }

    @Test
    void everyWrongFieldIsNamedAtOnceAndNothingIsChanged() {
        Ticket ticket = open();
        String path = "/api/tickets/" + ticket.number();
        Answer refused = center.patch(
                path,
                Map.of("state", "done", "priority", "enorm", "subject", "x".repeat(301), "tags", many(21)),
                "If-Match",
                "*");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("state", "priority", "subject", "tags");
        assertThat(center.patch(path, Map.of("number", "2026-000001"), "If-Match", "*")
                        .status())
                .isEqualTo(400);
        assertThat(center.get(path).header("ETag")).isEqualTo("\"" + ticket.version() + "\"");
    }

    @Test
    void aTransitionThatIsNotAllowedIsAConflict() {
        Ticket ticket = open();
        String path = "/api/tickets/" + ticket.number();
        center.patch(path, Map.of("state", "waiting"), "If-Match", "*");

        assertThat(center.patch(path, Map.of("state", "new"), "If-Match", "*").status())
                .isEqualTo(409);
    }

    @Test
    void aNoteStandsOnTheTimelineOfWhoeverHasTheCase() {
        Ticket ticket = open();
        String path = "/api/tickets/" + ticket.number();
        assertThat(center.post(path + "/notes", Map.of("body", "Rappeler")).status())
                .isEqualTo(409);
        helpdesk.assign(ticket.id(), accounts.byUsername("advisor").map(account -> account.id()), Reason.of("picked"));

        Answer note = center.post(path + "/notes", Map.of("body", "Rappeler"));
        Answer timeline = center.get(path + "/timeline?size=2");
        Answer rest = center.get(
                path + "/timeline?size=2&cursor=" + timeline.body().path("next").asString());

        assertThat(note.status()).isEqualTo(201);
        assertThat(types(timeline)).containsExactly("message", "assignment");
        assertThat(timeline.body().at("/items/0/direction").asString()).isEqualTo("in");
        assertThat(timeline.body().at("/items/0/attachments/0/name").asString()).isEqualTo("وصل.pdf");
        assertThat(types(rest)).containsExactly("state", "note");
        assertThat(rest.body().path("next").isNull()).isTrue();
        assertThat(center.post(path + "/notes", Map.of("body", " ")).status()).isEqualTo(400);
        assertThat(center.post(path + "/notes", Map.of("body", "x".repeat(102_401)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anAttachmentIsADownloadAndNothingElse() {
        Ticket ticket = open();
        Answer timeline = center.get("/api/tickets/" + ticket.number() + "/timeline");
        Answer pdf = center.get("/api/attachments/"
                + timeline.body().at("/items/0/attachments/0/id").asString());
        Answer page = center.get("/api/attachments/"
                + timeline.body().at("/items/0/attachments/1/id").asString());

        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.header("Content-Disposition")).startsWith("attachment; ").contains("%D9%88%D8%B5%D9%84.pdf");
        assertThat(page.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.raw().body()).isEqualTo("<script>alert(1)</script>");
        assertThat(center.get("/api/attachments/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(center.get("/api/attachments/passwd").status()).isEqualTo(400);
    }

    @Test
    void aListIsFilteredSortedAndPaged() {
        Ticket first = open();
        Ticket second = open();
        String query = "/api/tickets?q=" + unique + "&sort=oldest&size=1&domain=funding&channel=mail&state=new,open";
        Answer page = center.get(query);
        Answer next = center.get(query + "&cursor=" + page.body().path("next").asString());

        assertThat(page.body().at("/items/0/number").asString())
                .isEqualTo(first.number().value());
        assertThat(next.body().at("/items/0/number").asString())
                .isEqualTo(second.number().value());
        assertThat(next.body().path("next").isNull()).isTrue();
        assertThat(center.get("/api/tickets?q=" + first.number()).body().path("items"))
                .hasSize(1);
        Answer wrong = center.get("/api/tickets?state=done&since=yesterday&sort=size&language=de");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("state", "since", "sort", "language");
        assertThat(center.get("/api/tickets?size=201").status()).isEqualTo(400);
        assertThat(center.get("/api/tickets?cursor=x").status()).isEqualTo(400);
    }

    private Ticket open() {
        PersonId person = directory.meet(new EmailAddress(unique + "@example.ma"), Optional.of("Driss"), Language.FR);
        ContactId contact = reception.welcome(new Approach(
                Channel.MAIL,
                UUID.randomUUID().toString(),
                Optional.of(person),
                FUNDING,
                Language.FR,
                java.time.Instant.parse("2026-11-23T12:00:00Z")));
        IncomingMessage message = new IncomingMessage(
                Channel.MAIL,
                contact,
                Optional.of(person),
                unique + "@example.ma",
                "contact@example.org",
                List.of(),
                "Subvention",
                "Bonjour " + unique,
                Optional.empty(),
                List.of(
                        file("وصل.pdf", "application/pdf", "%PDF"),
                        file("x.html", "text/html", "<script>alert(1)</script>")),
                java.time.Instant.parse("2026-11-23T12:00:00Z"));
        return helpdesk.open(about(Optional.of(person)), Optional.of(message));
    }

    private static NewTicket about(Optional<PersonId> requester) {
        return new NewTicket(
                "Subvention", Channel.MAIL, FUNDING, Language.FR, Priority.NORMAL, requester, Optional.empty());
    }

    private static IncomingMessage.AttachmentDraft file(String name, String type, String content) {
        return new IncomingMessage.AttachmentDraft(
                name, type, content.getBytes(java.nio.charset.StandardCharsets.UTF_8), Optional.empty());
    }

    private static List<String> types(Answer timeline) {
        return timeline.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("type").asString())
                .toList();
    }

    private static List<String> many(int count) {
        return java.util.stream.IntStream.range(0, count).mapToObj(i -> "t" + i).toList();
    }
}

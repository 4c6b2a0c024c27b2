package ma.mowakaba.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.mowakaba.Center;
import ma.mowakaba.Center.Answer;
import ma.mowakaba.CenterTest;
import ma.mowakaba.contact.Contact;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case opened by a program goes the whole way: contact, line, answer, outbox. */
@CenterTest
class TicketFormTest {

    @LocalServerPort
    int port;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    Reception reception;

    @Autowired
    Router router;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient sql;

    private final String email = UUID.randomUUID().toString().substring(0, 13) + "@example.ma";
    private Center center;

    @BeforeEach
    void find() {
        center = Center.at(port);
    }

    @Test
    void aFormBecomesACaseThatWaitsForAnAdvisor() {
        Answer answer = center.post(
                "/api/tickets",
                Map.of(
                        "subject", "Demande de subvention",
                        "body", "Comment obtenir une subvention publique pour notre projet ?",
                        "domain", "funding",
                        "language", "fr",
                        "priority", "high",
                        "requester", Map.of("name", "Hind", "email", email, "association", "Association Nour")));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location"))
                .isEqualTo("/api/tickets/" + answer.body().path("number").asString());
        assertThat(answer.body().path("channel").asString()).isEqualTo("web");
        assertThat(answer.body().path("priority").asString()).isEqualTo("high");
        assertThat(answer.body().at("/requester/email").asString()).isEqualTo(email);
        assertThat(answer.body().path("association").asString()).isEqualTo("Association Nour");
        Contact contact = contactOf(answer);
        assertThat(contact.queuedAt()).isPresent();
        assertThat(router.waits(contact.id()) || !router.history(contact.id()).isEmpty())
                .isTrue();
    }

    @Test
    void whatIsNotSaidIsReadFromTheText() {
        Answer answer = center.post(
                "/api/tickets",
                Map.of(
                        "subject", "طلب",
                        "body", "كيف نحصل على الدعم العمومي والشراكة لتمويل مشروع الجمعية؟",
                        "requester", Map.of("email", email)));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("language").asString()).isEqualTo("ar");
        assertThat(answer.body().path("domain").asString()).isEqualTo("funding");
    }

    @Test
    void everyWrongFieldIsNamedAndNothingIsOpened() {
        long before = contacts();
        Answer answer = center.post(
                "/api/tickets",
                Map.of(
                        "subject",
                        "x".repeat(301),
                        "body",
                        "é".repeat(60_000),
                        "domain",
                        "nowhere",
                        "language",
                        "de",
                        "priority",
                        "huge",
                        "requester",
                        Map.of("email", "no address", "phone", "12")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "subject", "body", "domain", "language", "priority", "requester.email", "requester.phone");
        assertThat(center.post("/api/tickets", Map.of()).body().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("subject", "body", "requester");
        assertThat(contacts()).isEqualTo(before);
    }

    @Test
    void anAnswerEndsTheWaitAndLeavesThroughTheOutbox() {
        StaffId advisor = accounts.byUsername("advisor").orElseThrow().id();
        Answer opened = center.post(
                "/api/tickets",
                Map.of(
                        "subject", "Reçu",
                        "body", "Bonjour",
                        "domain", "funding",
                        "language", "fr",
                        "requester", Map.of("email", email)));
        Ticket ticket =
                helpdesk.get(new TicketNumber(opened.body().path("number").asString()));
        Contact contact = contactOf(opened);
        router.took(contact.id(), contact.channel(), advisor, ma.mowakaba.routing.Reason.of("picked"));
        assertThat(helpdesk.get(ticket.id()).advisor()).contains(advisor);

        Answer replied = center.post(
                "/api/tickets/" + ticket.number() + "/replies",
                Map.of("body", "Voici la procédure.", "articles", List.of("create-association")));

        assertThat(replied.status()).isEqualTo(201);
        Ticket answered = helpdesk.get(ticket.id());
        assertThat(answered.firstResponseAt()).isPresent();
        assertThat(answered.state().code()).isEqualTo("waiting");
        assertThat(reception.get(contact.id()).outcome()).contains(Outcome.ANSWERED);
        assertThat(reception.get(contact.id()).answeredBy()).contains(advisor);
        assertThat(router.current(advisor)).noneMatch(held -> held.contact().equals(contact.id()));
        assertThat(items(ticket, "article")).singleElement().satisfies(article -> {
            assertThat(article.path("slug").asString()).isEqualTo("create-association");
            assertThat(article.path("version").asInt()).isPositive();
        });
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(delivery(ticket)).isEqualTo("sent"));
        assertThat(sql.sql("select count(*) from outbox where ticket_id = :id")
                        .param("id", ticket.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aProgramNamesWhoGetsTheAnswerTooAndReadsHowFarItGotWithEach() {
        Answer opened = center.post(
                "/api/tickets",
                Map.of(
                        "subject", "Copies",
                        "body", "Bonjour",
                        "domain", "general",
                        "language", "fr",
                        "requester", Map.of("email", email)));
        Ticket ticket =
                helpdesk.get(new TicketNumber(opened.body().path("number").asString()));
        String path = "/api/tickets/" + ticket.number();
        center.patch(path, Map.of("advisor", "advisor"), "If-Match", "*");

        Answer malformed = center.post(
                path + "/replies", Map.of("body", "Voici", "copies", List.of("tresorier@", "a@example.ma")));
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.body().path("errors").findValuesAsString("field")).containsExactly("copies");
        assertThat(items(ticket, "message")).hasSize(1);

        String copy = "copie-" + email;
        assertThat(center.post(path + "/replies", Map.of("body", "Voici", "copies", List.of(copy)))
                        .status())
                .isEqualTo(201);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(items(ticket, "message").getLast().findValuesAsString("state"))
                                .containsExactly("accepted", "accepted"));
        assertThat(items(ticket, "message").getLast().at("/copies/0").asString())
                .isEqualTo(copy);
    }

    @Test
    void anAnswerToSomebodyWithoutAnAddressFailsAndSaysWhy() {
        Answer opened = center.post(
                "/api/tickets",
                Map.of(
                        "subject", "S",
                        "body", "B",
                        "domain", "general",
                        "language", "fr",
                        "requester", Map.of("name", "Sans adresse")));
        Ticket ticket =
                helpdesk.get(new TicketNumber(opened.body().path("number").asString()));
        String path = "/api/tickets/" + ticket.number();
        center.patch(path, Map.of("advisor", "advisor"), "If-Match", "*");

        assertThat(center.post(path + "/replies", Map.of("body", "Bonjour")).status())
                .isEqualTo(201);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(delivery(ticket)).isEqualTo("failed"));
        assertThat(items(ticket, "message").getLast().path("failure").asString())
                .isEqualTo("Nous ne connaissons pas d’adresse électronique du demandeur.");
    }

    @Test
    void whoWaitsWaitsForTheDomainOfHisCase() {
        Answer opened = center.post(
                "/api/tickets",
                Map.of(
                        "subject", "S",
                        "body", "B",
                        "domain", "award",
                        "language", "en",
                        "requester", Map.of("email", email)));
        Contact contact = contactOf(opened);
        String path = "/api/tickets/" + opened.body().path("number").asString();

        Answer changed = center.patch(path, Map.of("domain", "training", "priority", "urgent"), "If-Match", "*");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(router.waiting(10_000).stream()
                        .filter(waiting -> waiting.contact().equals(contact.id()))
                        .map(waiting -> waiting.domain().value()))
                .isSubsetOf("training");
    }

    @Test
    void anUnknownArticleIsRefusedAndNothingIsSent() {
        Answer opened = center.post(
                "/api/tickets",
                Map.of(
                        "subject",
                        "S",
                        "body",
                        "B",
                        "requester",
                        Map.of("email", email),
                        "language",
                        "fr",
                        "domain",
                        "general"));
        String path = "/api/tickets/" + opened.body().path("number").asString();
        center.patch(path, Map.of("advisor", "advisor"), "If-Match", "*");

        Answer refused = center.post(path + "/replies", Map.of("body", "Voir", "articles", List.of("no-such-article")));

        assertThat(refused.status()).isEqualTo(404);
        assertThat(center.get(path + "/timeline").body().toString()).doesNotContain("\"out\"");
    }

    private String delivery(Ticket ticket) {
        return items(ticket, "message").getLast().path("delivery").asString();
    }

    private List<tools.jackson.databind.JsonNode> items(Ticket ticket, String type) {
        return center.get("/api/tickets/" + ticket.number() + "/timeline")
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("type").asString().equals(type))
                .toList();
    }

    private Contact contactOf(Answer opened) {
        Ticket ticket =
                helpdesk.get(new TicketNumber(opened.body().path("number").asString()));
        return reception.get(sql.sql("select contact_id from ticket_contact where ticket_id = :id")
                .param("id", ticket.id().value())
                .query((row, n) -> new ContactId(Columns.uuid(row, "contact_id")))
                .single());
    }

    private long contacts() {
        return sql.sql("select count(*) from contact where channel = 'WEB'")
                .query(Long.class)
                .single();
    }
}

package ma.mowakaba.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.mowakaba.Center;
import ma.mowakaba.CenterTest;
import ma.mowakaba.demo.DemoStaff;
import ma.mowakaba.routing.Reason;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.MergedCases;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What programs read of cases that are one, and how they make them so. */
@CenterTest
class MergedTicketsApiTest {

    @LocalServerPort
    int port;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    MergedCases merged;

    private Center center;

    @BeforeEach
    void find() {
        center = Center.at(port);
    }

    @Test
    void aMergedCaseSaysWhichOneIsWorkedOnAndTheTimelineTellsWhereEachMessageWasSaid() {
        Ticket part = open("Un");
        Ticket middle = open("Deux");
        Ticket whole = open("Trois");
        merged.merge(part.id(), middle.id(), DemoStaff.id("advisor"));
        merged.merge(middle.id(), whole.id(), DemoStaff.id("advisor"));

        JsonNode closed = center.get("/api/tickets/" + part.number()).body();
        assertThat(closed.path("state").asString()).isEqualTo("closed");
        assertThat(closed.path("mergedInto").asString())
                .isEqualTo(whole.number().value());
        assertThat(center.get("/api/tickets/" + whole.number())
                        .body()
                        .path("mergedInto")
                        .isNull())
                .isTrue();
        assertThat(items(whole, "message"))
                .extracting(item -> item.path("ticket").asString())
                .containsExactly(
                        part.number().value(),
                        middle.number().value(),
                        whole.number().value());
        assertThat(items(whole, "state")).singleElement().satisfies(item -> {
            assertThat(item.path("merge").path("how").asString()).isEqualTo("from");
            assertThat(item.path("merge").path("with").asString())
                    .isEqualTo(middle.number().value());
            assertThat(item.path("from").asString()).isEqualTo("new");
            assertThat(item.path("to").asString()).isEqualTo("new");
        });
    }

    @Test
    void whatAProgramWritesUnderTheOldNumberStandsOnTheSurvivingCase() {
        Ticket part = open("Un");
        Ticket whole = open("Deux");
        merged.merge(part.id(), whole.id(), DemoStaff.id("advisor"));
        have(part);

        assertThat(center.post("/api/tickets/" + part.number() + "/notes", Map.of("body", "Vu"))
                        .status())
                .isEqualTo(201);
        var refused = center.patch(
                "/api/tickets/" + part.number(),
                Map.of("state", "open"),
                "If-Match",
                "\"" + helpdesk.get(part.id()).version() + "\"");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("detail").asString())
                .contains(whole.number().value());
    }

    @Test
    void aProgramMergesACaseAndTakesItApartInTheNameOfTheAdvisorWhoHasTheOther() {
        Ticket part = open("Un");
        Ticket whole = open("Deux");
        Map<String, Object> into = Map.of("into", whole.number().value());
        String merge = "/api/tickets/" + part.number() + "/merge";
        assertThat(center.put(merge, into).status()).as("nobody has it").isEqualTo(409);
        have(whole);

        for (int asked = 0; asked < 2; asked++) {
            var answer = center.put(merge, into);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("number").asString())
                    .isEqualTo(whole.number().value());
        }
        assertThat(items(whole, "state"))
                .filteredOn(item -> item.path("merge").isObject())
                .hasSize(1);

        var apart = center.delete(merge);
        assertThat(apart.status()).isEqualTo(200);
        assertThat(apart.body().path("state").asString()).isEqualTo("open");
        assertThat(apart.body().path("mergedInto").isNull()).isTrue();
        assertThat(center.delete(merge).status()).isEqualTo(409);
    }

    @Test
    void aCaseIsNotMergedIntoItselfNorIntoWhatIsNoNumber() {
        Ticket whole = open("Deux");
        have(whole);
        String merge = "/api/tickets/" + whole.number() + "/merge";

        assertThat(center.put(merge, Map.of("into", whole.number().value())).status())
                .isEqualTo(409);
        assertThat(center.put(merge, Map.of("into", "2026-999999")).status()).isEqualTo(404);
        assertThat(center.put(merge, Map.of("into", "x"))
                        .body()
                        .path("errors")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("into");
        assertThat(center.put(merge, Map.of()).status()).isEqualTo(400);
    }

    private void have(Ticket ticket) {
        helpdesk.assign(ticket.id(), Optional.of(DemoStaff.id("advisor")), Reason.of("picked"));
    }

    private List<JsonNode> items(Ticket ticket, String type) {
        return center.get("/api/tickets/" + ticket.number() + "/timeline")
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("type").asString().equals(type))
                .toList();
    }

    private Ticket open(String subject) {
        Map<String, Object> body = Map.of(
                "subject", subject,
                "body", "Bonjour",
                "domain", "funding",
                "language", "fr",
                "requester", Map.of("email", "membre-" + java.util.UUID.randomUUID() + "@example.ma"));
        return helpdesk.get(new TicketNumber(
                center.post("/api/tickets", body).body().path("number").asString()));
    }
}

package ma.mowakaba.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import ma.mowakaba.Center;
import ma.mowakaba.CenterTest;
import ma.mowakaba.demo.DemoStaff;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.MergedCases;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What programs read of cases that are one. */
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
        helpdesk.assign(
                part.id(), java.util.Optional.of(DemoStaff.id("advisor")), ma.mowakaba.routing.Reason.of("picked"));

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

    private java.util.List<JsonNode> items(Ticket ticket, String type) {
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

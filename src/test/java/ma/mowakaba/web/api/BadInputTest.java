package ma.mowakaba.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import ma.mowakaba.Center;
import ma.mowakaba.Center.Answer;
import ma.mowakaba.CenterTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is wrong with a request, the answer says so in the caller's language, and nothing is changed. */
@CenterTest
class BadInputTest {

    @LocalServerPort
    int port;

    Center center;

    @BeforeEach
    void find() {
        center = Center.at(port);
    }

    @Test
    void anUnknownFieldIsNamedAndRefused() {
        Answer answer = center.post(
                "/api/tickets",
                Map.of("subject", "S", "body", "B", "requester", Map.of("email", "a@example.ma"), "colour", "red"));

        assertProblem(answer, 400, "Champs à corriger");
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("colour");
        assertThat(answer.body().at("/errors/0/message").asString()).isEqualTo("Champ inconnu");
    }

    @Test
    void aWrongTypeIsNamedAndRefused() {
        Answer answer = center.post(
                "/api/tickets", "{\"subject\":{\"a\":1},\"body\":\"B\",\"requester\":{\"email\":\"a@example.ma\"}}");

        assertProblem(answer, 400, "Champs à corriger");
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("subject");
    }

    @Test
    void brokenJsonAndWrongEncodingAreRefused() {
        assertProblem(center.post("/api/tickets", "{\"subject\":"), 400, "Demande illisible");
        var latin = HttpRequest.newBuilder()
                .POST(BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xe9, (byte) 0xe0, '"', '}'}));
        assertProblem(
                center.send(latin, "/api/tickets", Map.of("Content-Type", "application/json")),
                400,
                "Demande illisible");
    }

    @Test
    void anUnsupportedContentTypeIsRefused() {
        Answer answer = center.post("/api/tickets", "subject=S", "Content-Type", "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body().path("title").asString()).isEqualTo("Format non pris en charge");
    }

    @Test
    void anUnknownTicketIsNotFoundInTheCallersLanguage() {
        Answer answer = center.get("/api/tickets/2019-999999");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().path("title").asString()).isNotBlank();
    }

    @Test
    void aMissingAndAWrongTokenAreRefused() {
        Answer none =
                center.send(HttpRequest.newBuilder().GET(), "/api/tickets", Map.of("Authorization", "Bearer wrong"));

        assertProblem(none, 401, "Identification nécessaire");
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void aForeignPageCannotChangeAnything() {
        Answer answer = center.send(
                HttpRequest.newBuilder().POST(BodyPublishers.ofString("{}")),
                "/presence",
                Map.of("Authorization", "", "Origin", "https://evil.example.org", "Content-Type", "application/json"));

        assertThat(answer.status()).isIn(302, 401, 403);
    }

    @Test
    void theSameKeyDoesTheWorkOnceAndAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        var body = Map.of("subject", "Une fois", "body", "B", "requester", Map.of("email", key + "@example.ma"));
        Answer first = center.post("/api/tickets", body, "Idempotency-Key", key);
        Answer second = center.post("/api/tickets", body, "Idempotency-Key", key);
        Answer other = center.post("/api/tickets", Map.of("subject", "Autre", "body", "B"), "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.body().path("number").asString())
                .isEqualTo(first.body().path("number").asString());
        assertProblem(other, 409, "Clé déjà utilisée");
    }

    private static void assertProblem(Answer answer, int status, String title) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().path("title").asString()).isEqualTo(title);
        assertThat(answer.body().path("type").asString()).isNotBlank();
    }
}

package ma.mowakaba.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import ma.mowakaba.CenterTest;
import ma.mowakaba.Fresh;
import ma.mowakaba.demo.exchange.CallScript;
import ma.mowakaba.demo.exchange.CallScript.Behaviour;
import ma.mowakaba.demo.exchange.ExchangeSimulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@CenterTest
class CallsApiCenterTest {

    private static final JsonMapper JSON = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private ExchangeSimulator exchange;

    @Test
    void aCallIsShownWithItsLegsAndItsJournalAndFoundByItsNumber() {
        String number = Fresh.mobile();
        String linkedid = exchange.call(CallScript.from(number)
                .about("general")
                .behaving(Behaviour.IVR_HANGUP)
                .lasting(Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO, Duration.ZERO));
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            HttpResponse<String> answer = get("/api/calls/" + linkedid);
            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode call = JSON.readTree(answer.body());
            assertThat(call.path("state").asString()).isEqualTo("ivr-hangup");
            assertThat(call.path("number").asString()).isEqualTo("+212" + number.substring(1));
            assertThat(call.path("legs")).hasSize(1);
            assertThat(call.path("journal").toString()).contains("LINKEDID_END");
        });
        JsonNode found = JSON.readTree(body(get("/api/calls?number=" + number + "&state=ivr-hangup")));
        assertThat(found.path("items")).hasSize(1);
        assertThat(found.path("items").path(0).path("linkedid").asString()).isEqualTo(linkedid);
    }

    @Test
    void anUnknownCallOrStateIsAProblem() {
        assertThat(get("/api/calls/nothing").statusCode()).isEqualTo(404);
        assertThat(get("/api/calls?state=sleeping").statusCode()).isEqualTo(400);
        assertThat(get("/api/calls?number=abc").statusCode()).isEqualTo(400);
        assertThat(get("/api/calls?cursor=%21%21").statusCode()).isEqualTo(400);
    }

    @Test
    void aProgramMustSayWhoseTelephoneRingsAndMayNotDialAnywhere() {
        assertThat(post("{\"to\":\"0661228877\"}").body()).contains("call-advisor-required");
        assertThat(post("{\"to\":\"+33836656565\",\"advisor\":\"advisor\"}").statusCode())
                .isEqualTo(403);
        assertThat(post("{\"to\":\"nobody\",\"advisor\":\"advisor\"}").statusCode())
                .isEqualTo(400);
        HttpResponse<String> rings = post("{\"to\":\"0661228877\",\"advisor\":\"advisor2\"}");
        assertThat(rings.statusCode()).as(rings.body()).isEqualTo(201);
        assertThat(rings.headers().firstValue("Location")).isPresent();
    }

    @Test
    void theDialplanIsAnsweredOnlyWithTheSecret() {
        assertThat(route("mowakaba", "language=fr&domain=funding&number=0661220001")
                        .body())
                .matches("funding-fr,\\d+,\\d*,[01],(mowakaba/[a-z0-9-]+&?)*");
        assertThat(route("mowakaba", "language=xx&domain=9999&number=").body()).startsWith("general-ar,");
        assertThat(route("wrong", "language=fr&domain=funding").statusCode()).isEqualTo(401);
        assertThat(route("", "language=fr&domain=funding").statusCode()).isEqualTo(401);
    }

    @Test
    void theDialplanLearnsHoursMenuCaseAndCallback() {
        assertThat(ask("welcome", "mowakaba", "number=&did=0800002000").body())
                .matches("[01],ar,0,association-life/funding/.*");
        assertThat(ask("status", "mowakaba", "number=0661999999&language=fr").body())
                .isEqualTo("mowakaba/status-none");
        assertThat(ask("callback", "mowakaba", "number=0661999999").body()).isEqualTo("kept");
        assertThat(ask("callback", "mowakaba", "number=0033836656565").body()).isEqualTo("refused");
        assertThat(ask("callback", "mowakaba", "number=").body()).isEqualTo("refused");
        for (String question : new String[] {"welcome", "status", "callback"}) {
            assertThat(ask(question, "wrong", "number=").statusCode()).isEqualTo(401);
        }
    }

    private HttpResponse<String> route(String secret, String form) {
        return ask("route", secret, form);
    }

    private HttpResponse<String> ask(String question, String secret, String form) {
        return send(request("/telephony/" + question)
                .header("X-Telephony-Secret", secret)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> post(String json) {
        return send(request("/api/calls")
                .header("Authorization", "Bearer demo-api-token")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).header("Authorization", "Bearer demo-api-token"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10));
    }

    private static String body(HttpResponse<String> answer) {
        return answer.body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

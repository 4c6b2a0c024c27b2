package ma.mowakaba.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ma.mowakaba.Center;
import ma.mowakaba.Center.Answer;
import ma.mowakaba.CenterTest;
import ma.mowakaba.staff.ApiTokens;
import ma.mowakaba.staff.ApiTokens.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What outside programs rely on, promise by promise, against a running center. */
@CenterTest
class ContractCenterTest {

    private static final List<String> LISTS = List.of(
            "/api/tickets",
            "/api/calls",
            "/api/metrics/contacts?from=2025-01-01&to=2025-01-02",
            "/api/metrics/queues?from=2025-01-01&to=2025-01-02",
            "/api/metrics/advisors?from=2025-01-01&to=2025-01-02",
            "/api/metrics/tickets?from=2025-01-01&to=2025-01-02");

    @LocalServerPort
    int port;

    @Autowired
    ApiTokens tokens;

    private Center center;

    @BeforeEach
    void find() {
        center = Center.at(port);
    }

    @Test
    void everyListHasItemsAndTheCursorOfTheNextPiece() {
        for (String list : LISTS) {
            Answer answer = center.get(list);
            assertThat(answer.status()).as(list).isEqualTo(200);
            assertThat(answer.body().propertyNames()).as(list).containsExactlyInAnyOrder("items", "next");
            assertThat(answer.body().path("items").isArray()).as(list).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tickets?", "/api/calls?", "/api/metrics/contacts?from=2025-01-01&to=2025-01-02&"})
    void aPieceHasOneToTwoHundredItems(String list) {
        for (String size : List.of("0", "201", "-1", "many")) {
            assertThat(center.get(list + "size=" + size).status()).as(size).isEqualTo(400);
        }
        assertThat(center.get(list + "size=200").status()).isEqualTo(200);
        assertThat(center.get(list + "cursor=%21nonsense").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"ar, خانات", "fr, Champs", "en, Fields"})
    void aRefusalIsAProblemDocumentInTheCallersLanguageThatNamesEachField(String language, String word) {
        Answer answer = center.post(
                "/api/tickets",
                Map.of("subject", "", "body", "", "priority", "enormous", "requester", Map.of("email", "nobody")),
                "Accept-Language",
                language);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Content-Language")).startsWith(language);
        assertThat(answer.body().path("type").asString()).isEqualTo("/problem/fields-invalid");
        assertThat(answer.body().path("title").asString()).contains(word);
        assertThat(answer.body().path("detail").asString()).isNotBlank().doesNotContain("problem.");
        assertThat(answer.body().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("subject", "body", "priority", "requester.email");
        assertThat(answer.body().path("errors").findValuesAsString("message"))
                .allSatisfy(message -> assertThat(message).isNotBlank().doesNotContain("problem."));
    }

    @Test
    void aFieldThatNobodyKnowsIsRefusedWhereverAProgramSendsJson() {
        String number = opened();
        for (String path : List.of("/api/tickets", number + "/replies", number + "/notes", "/api/calls")) {
            Answer answer = center.post(path, "{\"colour\":\"red\"}");
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.body().path("errors").findValuesAsString("field"))
                    .as(path)
                    .contains("colour");
        }
        assertThat(center.patch(number, "{\"colour\":\"red\"}", "If-Match", "*").status())
                .isEqualTo(400);
    }

    @Test
    void whatIsTooLargeIsRefusedWhetherOrNotItsLengthIsSaid() {
        byte[] large =
                ("{\"subject\":\"" + "x".repeat(3 << 20) + "\"}").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Answer said = sent(BodyPublishers.ofByteArray(large), Map.of());
        Answer unsaid = sent(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)), Map.of());
        Answer keyed = sent(
                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));

        for (Answer answer : List.of(said, unsaid, keyed)) {
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    @Test
    void aMethodNobodyKnowsAndAFormatNobodySpeaksAreSaidSo() {
        Answer method = center.send(HttpRequest.newBuilder().DELETE(), "/api/tickets/2026-000001", Map.of());
        Answer format =
                center.send(HttpRequest.newBuilder().GET(), "/api/tickets", Map.of("Accept", "application/xml"));

        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).contains("GET").contains("PATCH");
        assertThat(method.body().path("title").asString()).isEqualTo("Méthode non admise");
        assertThat(format.status()).isEqualTo(406);
    }

    @Test
    void aTokenReachesWhatItsScopesNameAndNothingElse() {
        Map<Scope, List<String>> reads = Map.of(
                Scope.READ,
                List.of(
                        "/api/tickets",
                        "/api/kb/search?q=x",
                        "/api/classify?text=x",
                        "/api/calendar/due?minutes=1",
                        "/v3/api-docs"),
                Scope.METRICS,
                List.of(
                        "/api/metrics/queues",
                        "/api/metrics/contacts",
                        "/api/metrics/advisors",
                        "/api/metrics/tickets",
                        "/api/live",
                        "/api/staffing?calls=1&ahtSeconds=60",
                        "/actuator/prometheus"),
                Scope.CALLS,
                List.of("/api/calls"));
        for (Scope scope : Scope.values()) {
            String token = tokens.issue("Test " + scope, EnumSet.of(scope));
            reads.forEach((needed, paths) ->
                    paths.forEach(path -> assertThat(as(token, "GET", path).status())
                            .as("%s with %s", path, scope)
                            .isEqualTo(needed == scope ? 200 : 403)));
            assertThat(as(token, "POST", "/api/tickets").status()).isEqualTo(scope == Scope.WRITE ? 400 : 403);
            assertThat(as(token, "POST", "/api/calls").status()).isEqualTo(scope == Scope.CALLS ? 400 : 403);
            assertThat(as(token, "POST", "/api/mail").status()).isEqualTo(scope == Scope.MAIL ? 415 : 403);
        }
    }

    @Test
    void aTokenThatIsRevokedOpensNothing() {
        String token = tokens.issue("Test", EnumSet.of(Scope.READ));
        assertThat(as(token, "GET", "/api/tickets").status()).isEqualTo(200);
        tokens.revoke(tokens.authenticate(token).orElseThrow().id());

        assertThat(as(token, "GET", "/api/tickets").status()).isEqualTo(401);
    }

    /** Names end with their unit, and every instant is of UTC. */
    @Test
    void timesAreWrittenInOneWay() {
        for (String path : List.of(
                opened(),
                "/api/calls?size=5",
                "/api/live",
                "/api/metrics/queues?from=2025-01-01&interval=day",
                "/api/metrics/advisors",
                "/api/metrics/tickets?by=domain",
                "/api/calendar/due?minutes=60")) {
            check(path, center.get(path).body());
        }
    }

    private static void check(String path, JsonNode node) {
        node.propertyStream().forEach(field -> {
            JsonNode value = field.getValue();
            if (field.getKey().endsWith("Seconds") && value.isNumber()) {
                assertThat(value.isIntegralNumber())
                        .as("%s of %s", field.getKey(), path)
                        .isTrue();
            }
            if (field.getKey().matches(".*At|from|to|due|oldest") && value.isString()) {
                assertThat(value.asString())
                        .as("%s of %s", field.getKey(), path)
                        .endsWith("Z");
                assertThat(Instant.parse(value.asString())).isNotNull();
            }
            check(path, value);
        });
        node.valueStream().forEach(item -> check(path, item));
    }

    @Test
    void callsAreFoundByTimeStateAndNumber() {
        assertThat(center.get("/api/calls?from=2019-01-01T00:00:00Z&to=2019-02-01T00:00:00Z")
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(center.get("/api/calls?from=yesterday").status()).isEqualTo(400);
        for (String state : List.of("ivr", "queued", "ringing", "talking", "answered", "abandoned", "join-empty")) {
            assertThat(center.get("/api/calls?state=" + state).status())
                    .as(state)
                    .isEqualTo(200);
        }
        assertThat(center.get("/api/calls?number=%2B212661220099").status()).isEqualTo(200);
        assertThat(center.get("/api/calls?number=%D9%A0%D9%A6%D9%A6%D9%A1%D9%A2%D9%A2%D9%A0%D9%A0%D9%A9%D9%A9")
                        .status())
                .as("in Arabic-Indic digits")
                .isEqualTo(200);
    }

    @Test
    void theWallboardIsNumberedSoThatWhoMissedSomethingKnows() {
        JsonNode live = center.get("/api/live").body();

        assertThat(live.path("numbers").propertyNames())
                .containsExactlyInAnyOrder("/topic/figures/fr/now", "/topic/figures/fr/today");
        assertThat(live.path("numbers").path("/topic/figures/fr/now").isIntegralNumber())
                .isTrue();
        assertThat(live.propertyNames()).contains("waiting", "queues", "advisors", "today");
    }

    @Test
    void knowledgeIsAnsweredInTheLanguageThatIsAskedFor() {
        JsonNode found = center.get("/api/kb/search?q=kifach%20ndir%20jam3iya&lang=fr&size=200")
                .body();
        assertThat(found.propertyNames()).containsExactlyInAnyOrder("hits", "tookMillis");
        assertThat(found.path("hits")).isNotEmpty();
        JsonNode hit = found.path("hits").path(0);
        assertThat(hit.propertyNames())
                .containsExactlyInAnyOrder("slug", "lang", "title", "passage", "anchor", "domain", "score");
        assertThat(hit.path("lang").asString()).isEqualTo("fr");
        JsonNode article = center.get("/api/kb/articles/" + hit.path("slug").asString() + "?lang=ar")
                .body();
        assertThat(article.propertyNames())
                .contains(
                        "slug",
                        "lang",
                        "version",
                        "title",
                        "domain",
                        "html",
                        "steps",
                        "documents",
                        "deadlines",
                        "fees",
                        "sources",
                        "verifiedOn",
                        "updatedAt");
        assertThat(article.path("lang").asString()).isEqualTo("ar");
        assertThat(article.path("sources").path(0).propertyNames()).containsExactlyInAnyOrder("text", "url");
        assertThat(center.get("/api/kb/articles/nothing").status()).isEqualTo(404);
        assertThat(center.get("/api/kb/search?q=x&lang=de").status()).isEqualTo(400);
        assertThat(center.get("/api/classify?text=subvention").body().propertyNames())
                .containsExactlyInAnyOrder("domain", "language", "confidence", "corrections", "generation");
    }

    @Test
    void aMailIsAnsweredWithWhatBecameOfItAndTheSameBytesMakeNothingNew() {
        String id = UUID.randomUUID().toString();
        byte[] raw = ("From: <" + id + "@example.ma>\r\nTo: <contact@example.org>\r\nSubject: Question\r\nMessage-ID: <"
                        + id + "@example.ma>\r\n\r\nComment créer une association ?\r\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Answer first = center.mail(raw);
        Answer second = center.mail(raw);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().propertyNames()).contains("outcome", "ticket", "messageId", "reason");
        assertThat(first.body().path("outcome").asString()).isEqualTo("created");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().path("outcome").asString()).isEqualTo("duplicate");
        assertThat(second.body().path("ticket")).isEqualTo(first.body().path("ticket"));
    }

    @Test
    void whatCanBeReachedIsDescribed() {
        Set<String> described = new HashSet<>();
        center.get("/v3/api-docs").body().path("paths").propertyNames().forEach(described::add);

        assertThat(described)
                .containsAll(Arrays.asList(
                        "/api/mail",
                        "/api/tickets",
                        "/api/tickets/{number}",
                        "/api/tickets/{number}/replies",
                        "/api/tickets/{number}/notes",
                        "/api/tickets/{number}/timeline",
                        "/api/attachments/{id}",
                        "/api/kb/search",
                        "/api/kb/articles/{slug}",
                        "/api/classify",
                        "/api/calls",
                        "/api/calls/{linkedid}",
                        "/api/metrics/queues",
                        "/api/metrics/contacts",
                        "/api/metrics/advisors",
                        "/api/metrics/tickets",
                        "/api/staffing",
                        "/api/calendar/due",
                        "/api/live"));
    }

    /** @return path of a new case */
    private String opened() {
        return center.post(
                        "/api/tickets",
                        Map.of(
                                "subject", "Contrat",
                                "body", "Bonjour",
                                "domain", "funding",
                                "language", "fr",
                                "requester", Map.of("email", "contrat@example.ma")))
                .header("Location");
    }

    private Answer sent(HttpRequest.BodyPublisher body, Map<String, String> headers) {
        var all = new java.util.HashMap<>(headers);
        all.put("Content-Type", "application/json");
        return center.send(HttpRequest.newBuilder().POST(body), "/api/tickets", all);
    }

    private Answer as(String token, String method, String path) {
        return center.send(
                HttpRequest.newBuilder()
                        .method(
                                method,
                                method.equals("POST") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody()),
                path,
                Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
    }
}

package ma.mowakaba.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.mowakaba.Center;
import ma.mowakaba.Center.Answer;
import ma.mowakaba.CenterTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The search engine an operator chose does not answer: nothing listens at its address. */
@CenterTest
@DirtiesContext
@TestPropertySource(
        properties = {
            "mowakaba.kb.engine=elasticsearch",
            "spring.elasticsearch.uris=http://127.0.0.1:9",
            "mowakaba.demo.database.home=target/search-away/mariadb",
            "mowakaba.demo.home=target/search-away"
        })
class SearchAwayIT {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @Test
    void ticketsGoOnAndSuggestionsSayThatTheyAreAway() throws Exception {
        Center center = Center.at(port);
        Answer search = center.get("/api/kb/search?q=association&lang=fr");
        assertThat(search.status()).isEqualTo(503);
        assertThat(search.header("Retry-After")).isNotBlank();
        assertThat(search.body().path("title").asString()).isEqualTo("Recherche indisponible");

        Answer form = center.post(
                "/api/tickets",
                Map.of(
                        "subject",
                        "Demande de subvention",
                        "body",
                        "Comment faire ?",
                        "requester",
                        Map.of("name", "Driss")));
        assertThat(form.status()).isEqualTo(201);
        String id = UUID.randomUUID().toString();
        Answer mail = center.mail(("From: <" + id + "@example.ma>\r\nTo: <contact@example.org>\r\nSubject: Statuts\r\n"
                        + "Message-ID: <" + id + "@example.ma>\r\n\r\nBonjour\r\n")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(mail.status()).isEqualTo(201);
        assertThat(center.get("/api/kb/articles/" + anyArticle(center) + "?lang=fr")
                        .status())
                .as("articles are read from the database")
                .isEqualTo(200);

        signIn("advisor", "advisor-demo");
        String number = form.body().path("number").asString();
        assertThat(page("/tickets/" + number)).contains("Demande de subvention");
        assertThat(page("/tickets/" + number + "/suggestions"))
                .contains("class=\"notice\"")
                .doesNotContain("passage-insert");
    }

    private static String anyArticle(Center center) {
        Matcher link = Pattern.compile("/help/fr/([a-z0-9-]+)")
                .matcher(center.send(HttpRequest.newBuilder().GET(), "/help/fr", Map.of("Accept", "text/html"))
                        .raw()
                        .body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String page(String path) throws Exception {
        return browser.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Accept", "text/html")
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private void signIn(String name, String password) throws Exception {
        Matcher csrf = CSRF.matcher(page("/sign-in"));
        assertThat(csrf.find()).isTrue();
        String form = "username=" + name + "&password=" + password + "&_csrf="
                + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8);
        browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }
}

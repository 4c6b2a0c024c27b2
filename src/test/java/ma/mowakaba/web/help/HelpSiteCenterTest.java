package ma.mowakaba.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.mowakaba.CenterTest;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kb.Opinions;
import ma.mowakaba.kernel.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public site as a reader without JavaScript and a search engine see it. */
@CenterTest
class HelpSiteCenterTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Opinions opinions;

    @Autowired
    Library library;

    @Test
    void aPageIsTheSameForEverybodyAndIsSentOnceOnly() throws Exception {
        HttpResponse<String> page = get("/help/fr/create-association");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(header(page, "Cache-Control")).contains("max-age=300").contains("public");
        String tag = header(page, "ETag");
        assertThat(tag).startsWith("W/");

        HttpResponse<String> again = get("/help/fr/create-association", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(get("/help/fr/create-association", "Accept-Language", "ar"), "ETag"))
                .as("whatever language the reader prefers")
                .isEqualTo(tag);
    }

    @Test
    void aReaderIsLedToHisLanguageAndOldLinksStillLead() throws Exception {
        assertMoved("/help", "ar", 307, "/help/ar");
        assertMoved("/help", "fr-FR,fr;q=0.9", 307, "/help/fr");
        assertMoved("/help?lang=fr", "ar", 307, "/help/fr");
        assertMoved("/help?q=statuts", "fr", 307, "/help/fr?q=statuts");
        assertMoved("/help/create-association?lang=fr", "ar", 301, "/help/fr/create-association");
        assertMoved("/help/create-association", "ar", 307, "/help/ar/create-association");
        assertThat(get("/help/no-such-article").statusCode()).isEqualTo(404);
        assertThat(get("/help/fr/no-such-article").statusCode()).isEqualTo(404);
        assertThat(get("/help/de/create-association").statusCode()).isEqualTo(404);
    }

    @Test
    void anArticleNamesItsOneAddressItsOtherLanguagesAndItsSources() throws Exception {
        String page = get("/help/ar/create-association").body();

        assertThat(page)
                .contains("<html lang=\"ar\" dir=\"rtl\">", "تأسيس جمعية", "23 نونبر 2026")
                .containsPattern("<link rel=\"canonical\" href=\"[^\"]+/help/ar/create-association\">")
                .containsPattern("hreflang=\"fr\" href=\"[^\"]+/help/fr/create-association\"")
                .containsPattern("hreflang=\"x-default\" href=\"[^\"]+/help/create-association\"")
                .contains("<bdi dir=\"ltr\">1.58.376</bdi>", "og:title", "https://adala.justice.gov.ma/resources/35");
        String french = get("/help/fr/create-association").body();
        assertThat(french.substring(french.indexOf("<article class=\"reading\">"), french.indexOf("</article>")))
                .contains("Dahir 1-58-376")
                .doesNotContainPattern("[^>] [:;!?»]|« ");
    }

    @Test
    void anArticleIsDataForSearchEngines() throws Exception {
        Matcher data = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL)
                .matcher(get("/help/fr/create-association").body());
        assertThat(data.find()).isTrue();
        JsonNode graph = JsonMapper.builder().build().readTree(data.group(1)).at("/@graph");

        assertThat(graph.findValuesAsString("@type")).contains("Article", "HowTo", "BreadcrumbList");
        assertThat(graph.at("/0/headline").asString()).isEqualTo("Créer une association");
        assertThat(graph.at("/0/mainEntityOfPage/lastReviewed").asString()).isEqualTo("2026-11-23");
        assertThat(graph.at("/1/step").size()).isEqualTo(8);
        assertThat(data.group(1)).doesNotContain("<", ">");
    }

    @Test
    void anAnswerIsAPassageWithTheWordsThatWereAskedFor() throws Exception {
        String page = get("/help/fr?q=" + encoded("kifach njeddedo lmaktab")).body();

        assertThat(page).contains("/help/fr/renew-bureau#", "<mark>", "noindex").doesNotContain("class=\"notice\"");
    }

    @Test
    void withoutAGoodAnswerAPersonIsOfferedFirst() throws Exception {
        String page =
                get("/help/fr?q=" + encoded("recette de la pastilla au poulet")).body();

        assertThat(page).contains("mailto:markaz@mowakaba.localhost", "tel:0800002000", "/help/fr/contact#chat");
        assertThat(page).contains("La base ne contient pas de réponse");
    }

    @Test
    void whatIsAskedIsShownAndNotObeyed() throws Exception {
        String page = get("/help/fr?q=" + encoded("\"><script>alert(1)</script> statuts"))
                .body();

        assertThat(page).doesNotContain("<script>alert");
    }

    @Test
    void searchEnginesFindEveryArticleInBothLanguagesWithTheDayItChanged() throws Exception {
        HttpResponse<String> map = get("/sitemap.xml");
        assertThat(header(map, "Content-Type")).startsWith("application/xml");
        int articles = library.published(Language.FR).size();
        assertThat(map.body().split("<url>").length - 1).isGreaterThanOrEqualTo(articles);
        assertThat(map.body())
                .containsPattern("<loc>[^<]+/help/fr/create-association</loc><lastmod>20\\d\\d-[^<]+Z</lastmod>")
                .contains("hreflang=\"x-default\"");
        assertThat(get("/robots.txt").body()).contains("Disallow: /\n", "Allow: /help", "/sitemap.xml");
    }

    @Test
    void anOpinionIsKeptForTheVersionReadWithoutWhoToldIt() throws Exception {
        int version = library.article("membership-dues", Language.FR).version();
        HttpResponse<String> told =
                tell("membership-dues", version, "Il manque l'exemple. 06 11 22 33 44, a@b.ma", "same-origin");
        assertThat(told.statusCode()).isEqualTo(303);
        assertThat(header(told, "Location")).isEqualTo("/help/fr/membership-dues?told=false#opinion");
        assertThat(opinions.said("membership-dues")).singleElement().satisfies(said -> {
            assertThat(said.version()).isEqualTo(version);
            assertThat(said.words()).contains("Il manque l'exemple").doesNotContain("06", "@");
        });
        assertThat(opinions.verdicts())
                .filteredOn(verdict -> verdict.slug().equals("membership-dues"))
                .singleElement()
                .satisfies(verdict ->
                        assertThat(List.of(verdict.yes(), verdict.no())).containsExactly(0L, 1L));
        assertThat(get("/help/fr/membership-dues?told=false").body())
                .contains("notice--good")
                .doesNotContain("<textarea");

        assertThat(tell("membership-dues", version, "", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(tell("membership-dues", version, "", "").statusCode())
                .as("no browser")
                .isEqualTo(403);
        assertThat(tell("membership-dues", 4711, "", "same-origin").statusCode())
                .isEqualTo(404);
        int status = 0;
        for (int i = 0; i < 12 && status != 429; i++) {
            status = tell("membership-dues", 4711, "", "same-origin").statusCode();
        }
        assertThat(status).as("too many in a minute").isEqualTo(429);
    }

    private HttpResponse<String> tell(String slug, int version, String words, String site) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/help/fr/" + slug + "/opinions"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "version=" + version + "&helped=false&words=" + encoded(words)));
        if (!site.isEmpty()) {
            request.header("Sec-Fetch-Site", site);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void assertMoved(String path, String language, int status, String where) throws Exception {
        HttpResponse<String> moved = get(path, "Accept-Language", language);
        assertThat(moved.statusCode()).as(path).isEqualTo(status);
        assertThat(header(moved, "Location")).isEqualTo(where);
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

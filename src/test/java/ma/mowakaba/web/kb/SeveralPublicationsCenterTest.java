package ma.mowakaba.web.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import ma.mowakaba.CenterTest;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Role;
import ma.mowakaba.web.Somebody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Choosing several texts on the list of what waits for review and publishing them, as browsers ask for it without a script. */
@CenterTest
class SeveralPublicationsCenterTest {

    private static final Pattern CHOICE =
            Pattern.compile("<input type=\"checkbox\" name=\"chosen\"[^>]*value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private final String theme = "several-" + UUID.randomUUID().toString().substring(0, 8);
    private final String list = "/articles?state=review&q=" + theme;
    private Insider writer;
    private Insider reviewer;

    @BeforeEach
    void twoEditorsComeIn() {
        writer = new Insider(port, "fr", Somebody.with(accounts, Role.EDITOR));
        reviewer = new Insider(port, "fr", Somebody.with(accounts, Role.EDITOR));
    }

    @Test
    void onlyWhatOthersWroteIsOfferedAndOnlyOnTheListOfWhatWaitsForReview() {
        inReview(writer, "-a", "Arc diurne");
        inReview(reviewer, "-b", "Arc nocturne");

        String page = reviewer.get(list).body();
        assertThat(choices(page)).singleElement().asString().startsWith(theme + "-a/fr/");
        assertThat(page).contains("une autre personne le publie", "Publier les textes choisis");
        assertThat(reviewer.get("/articles?q=" + theme).body())
                .contains("Arc diurne")
                .doesNotContain("name=\"chosen\"", "Publier les textes choisis");
    }

    @Test
    void allAreChosenAndLetGoByALink() {
        inReview(writer, "-a", "Arc diurne");
        inReview(writer, "-b", "Arc nocturne");

        assertThat(reviewer.get(list).body()).contains("choose=all").doesNotContain("checked=");
        String all = reviewer.get(list + "&choose=all").body();
        assertThat(all.split("checked=\"checked\"", -1)).hasSize(3);
        assertThat(all).contains("choose=none");
    }

    @Test
    void theAnswerSaysHowManyWerePublishedAndWhichWereNotAndWhyInTheLanguageOfWhoChose() {
        inReview(writer, "-a", "Arc diurne");
        inReview(writer, "-b", "Arc nocturne");
        inReview(reviewer, "-c", "Arc de cercle");
        inReview(writer, "-d", "Arc-boutant");
        String own = choices(writer.get(list).body()).getFirst();
        List<String> chosen = new ArrayList<>(choices(reviewer.get(list).body()));
        assertThat(chosen).hasSize(3);
        chosen.add(own);
        reviewer.form(
                "POST",
                "/articles/" + theme + "-d/fr/draft/return",
                Map.of("revision", chosen.get(2).split("/")[2], "reason", "La source manque."));

        String answer = publish(chosen).body();

        assertThat(answer)
                .contains("Publiés\u00a0:</span> <strong class=\"number\">2</strong>")
                .contains("Non publiés\u00a0:</span> <strong class=\"number\">2</strong>")
                .contains("Une autre personne doit publier", "Arc de cercle")
                .contains("Le brouillon a changé", "Arc-boutant");
        assertThat(reviewer.get("/help/" + theme + "-a?lang=fr").body()).contains("Arc diurne");
        assertThat(reviewer.get("/help/" + theme + "-c?lang=fr").statusCode()).isEqualTo(404);
        assertThat(publish(List.of(chosen.getFirst())).body()).contains("Pas de brouillon", "Arc diurne");
        assertThat(reviewer.get("/articles/publications").uri().toString()).endsWith("/articles?state=review");
    }

    @Test
    void whoChoseNothingIsToldSo() {
        inReview(writer, "-a", "Arc diurne");

        assertThat(publish(List.of()).body()).contains("Rien n’était choisi");
        assertThat(reviewer.form("POST", "/articles/publications", Map.of("chosen", "what"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void asManyAsAZipMayHoldAreChosenAtOnce() {
        List<String> many = IntStream.range(0, 2000)
                .mapToObj(number -> theme + "-" + number + "/fr/1")
                .toList();

        HttpResponse<String> answer = publish(many);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<strong class=\"number\">2000</strong>", "Pas de brouillon");
    }

    private HttpResponse<String> publish(List<String> chosen) {
        List<Map.Entry<String, String>> fields = new ArrayList<>(List.of(Map.entry("q", theme)));
        chosen.forEach(one -> fields.add(Map.entry("chosen", one)));
        return reviewer.form("POST", "/articles/publications", fields);
    }

    private void inReview(Insider by, String end, String title) {
        String slug = theme + end;
        String draft = "/articles/" + slug + "/fr/draft";
        by.form("POST", "/articles", Map.of("slug", slug, "language", "fr", "domain", "general"));
        Map<String, String> fields = new HashMap<>(Map.of(
                "title", title,
                "domain", "general",
                "summary", "Gnomonique.",
                "audience", "Horlogers.",
                "verified-on", "2026-11-23",
                "related", "",
                "keywords", "",
                "sources-text", "Cadran",
                "sources-url", "",
                "body", "## En bref {#overview}\n\n" + title + ".\n"));
        fields.put("revision", by.revision(slug));
        by.form("PUT", draft, fields);
        by.form("PUT", draft + "/review", Map.of("revision", by.revision(slug)));
    }

    private static List<String> choices(String page) {
        return CHOICE.matcher(page).results().map(found -> found.group(1)).toList();
    }
}

package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import ma.mowakaba.Center;
import ma.mowakaba.CenterTest;
import ma.mowakaba.kernel.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The knowledge base in the running center, as outside programs see it. */
@CenterTest
class KnowledgeCenterTest {

    @LocalServerPort
    private int port;

    private final Library library;
    private final ArticleStore store;
    private final ApplicationContext context;

    @Autowired
    KnowledgeCenterTest(Library library, ArticleStore store, ApplicationContext context) {
        this.library = library;
        this.store = store;
        this.context = context;
    }

    @Test
    void aQuestionInArabiziIsAnsweredInTheLanguageAsked() {
        Center.Answer french = search("kifach njeddedo lmaktab", "&lang=fr");
        assertThat(french.status()).isEqualTo(200);
        assertThat(french.body().at("/hits/0/slug").asString()).isEqualTo("renew-bureau");
        assertThat(french.body().at("/hits/0/lang").asString()).isEqualTo("fr");
        assertThat(french.body().at("/hits/0/passage").asString()).isNotBlank();
        assertThat(french.body().at("/tookMillis").isNumber()).isTrue();
        Center.Answer arabic = search("kifach njeddedo lmaktab", "&lang=ar");
        assertThat(arabic.body().at("/hits/0/slug").asString()).isEqualTo("renew-bureau");
        assertThat(arabic.body().at("/hits/0/title").asString()).isEqualTo("تجديد المكتب والتصريح به");
    }

    @Test
    void aDomainNarrowsTheAnswersAndTheSizeLimitsThem() {
        Center.Answer one = search("association", "&lang=fr&size=1");
        assertThat(one.body().at("/hits").size()).isEqualTo(1);
        search("association", "&lang=fr&domain=funding")
                .body()
                .at("/hits")
                .forEach(hit -> assertThat(hit.at("/domain").asString()).isEqualTo("funding"));
        assertThat(search("recette de la pastilla au poulet", "&lang=fr")
                        .body()
                        .at("/hits")
                        .size())
                .isZero();
    }

    @Test
    void wrongParametersAreRefused() {
        assertThat(search("statuts", "&lang=de").status()).isEqualTo(400);
        assertThat(search("statuts", "&size=0").status()).isEqualTo(400);
        assertThat(search("statuts", "&size=201").status()).isEqualTo(400);
        assertThat(search("statuts", "&size=many").status()).isEqualTo(400);
        assertThat(search("statuts", "&domain=NO").status()).isEqualTo(400);
        assertThat(center().get("/api/kb/search").status()).isEqualTo(400);
        assertThat(center().get("/api/kb/articles/no-such-article?lang=fr").status())
                .isEqualTo(404);
    }

    @Test
    void anArticleIsGivenWithItsPartsAndSources() {
        Center.Answer article = center().get("/api/kb/articles/create-association?lang=ar");
        assertThat(article.status()).isEqualTo(200);
        assertThat(article.body().at("/title").asString()).isEqualTo("تأسيس جمعية");
        assertThat(article.body().at("/version").asInt()).isPositive();
        assertThat(article.body().at("/steps").size()).isGreaterThan(2);
        assertThat(article.body().at("/sources/0/url").asString()).startsWith("http");
        assertThat(article.body().at("/verifiedOn").asString()).isEqualTo("2026-11-23");
        assertThat(article.body().at("/html").asString()).contains("<section id=\"steps\">");
    }

    @Test
    void aTextIsClassifiedWithItsLanguage() {
        Center.Answer decision = center().get("/api/classify?text=" + encoded("bghina ndiro 3arida l ra2is l7okoma"));
        assertThat(decision.body().at("/domain").asString()).isEqualTo("participation");
        assertThat(decision.body().at("/language").asString()).isEqualTo("ar");
        assertThat(decision.body().at("/confidence").asDouble()).isBetween(0.3, 1.0);
        assertThat(decision.body().at("/corrections").isInt()).isTrue();
        assertThat(decision.body().at("/generation").isIntegralNumber()).isTrue();
    }

    /** About nothing that another test asks for: the center is shared. */
    private static final String SUNDIALS = """
        ---
        title: "Cadrans solaires"
        domain: general
        summary: "Gnomonique."
        audience: "Horlogers."
        verified-on: 2026-11-23
        related: []
        keywords: []
        legal: []
        sources: []
        ---

        ## En bref {#overview}

        Gnomon.
        """;

    @Test
    void aPinnedVersionStaysReadableWhenTheArticleChanges() {
        String slug = "pinned-" + UUID.randomUUID().toString().substring(0, 8);
        String changed = SUNDIALS.replace("Cadrans solaires", "Cadrans lunaires");
        assertThat(store.publish(slug, Map.of(Language.FR, SUNDIALS), "a".repeat(64)))
                .isTrue();
        assertThat(store.publish(slug, Map.of(Language.FR, changed), "b".repeat(64)))
                .isTrue();

        assertThat(library.article(slug, Language.FR, 1).title()).isEqualTo("Cadrans solaires");
        assertThat(library.article(slug, Language.FR, 2).title()).isEqualTo("Cadrans lunaires");
        assertThat(store.publish(slug, Map.of(Language.FR, SUNDIALS), "a".repeat(64)))
                .isFalse();
    }

    @Test
    void noClientOfElasticsearchIsMadeWhereLuceneDoesTheWork() {
        assertThat(context.getBeanNamesForType(ElasticsearchClient.class)).isEmpty();
        assertThat(context.getBeanNamesForType(Rest5Client.class)).isEmpty();
        assertThat(context.getBean(SearchEngine.class)).isInstanceOf(LuceneSearchEngine.class);
    }

    private Center.Answer search(String question, String more) {
        return center().get("/api/kb/search?q=" + encoded(question) + more);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Center center() {
        return Center.at(port);
    }
}

package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import ma.mowakaba.kernel.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleReaderTest {

    private static final String FILE = "open-branch/fr.md";
    private static final String GOOD = """
        ---
        title: "Ouvrir une section"
        domain: association-life
        summary: "Ce qu'il faut faire."
        audience: "Les dirigeants."
        verified-on: 2026-11-23
        related: []
        keywords: ["section"]
        legal:
          - text: "Dahir 1-58-376, art. 5"
        sources:
          - text: "Portail"
            url: "https://example.org/a"
        ---

        ## En bref {#overview}

        Une section se **déclare** <script>alert(1)</script> [ici](javascript:alert(1)).

        ## Les étapes {#steps}

        1. Décider.
        2. Déclarer à l'autorité.
        """;

    @Test
    void aFileIsReadIntoItsParts() {
        Article article = ArticleReader.read(FILE, GOOD).at(3, Instant.EPOCH);

        assertThat(article.slug()).isEqualTo("open-branch");
        assertThat(article.version()).isEqualTo(3);
        assertThat(article.verifiedOn()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(article.steps()).containsExactly("Décider.", "Déclarer à l'autorité.");
        assertThat(article.documents()).isEmpty();
        assertThat(article.legal().getFirst().url()).isEmpty();
        assertThat(article.parts()).extracting(Article.Part::anchor).containsExactly("overview", "steps");
        assertThat(article.parts().get(1).text()).contains("1. Décider.", "2. Déclarer");
    }

    @Test
    void htmlInAFileIsShownAndNotObeyed() {
        String html = ArticleReader.read(FILE, GOOD).at(1, Instant.EPOCH).html();

        assertThat(html)
                .contains("<strong>déclare</strong>")
                .doesNotContain("<script")
                .doesNotContain("javascript:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'---\ntitle'            | 'title'                | :1: | three hyphens",
                "domain: association-life| 'domain: Nowhere!'     | :3: | domain code",
                "'audience: \"Les dirigeants.\"\n' | ''              | :1: | `audience` is missing",
                "audience:               | 'author: x\naudience:' | :5: | `author` is not a known key",
                "verified-on: 2026-11-23 | verified-on: yesterday | :6: | must be a day",
                "verified-on: 2026-11-23 | verified-on: 2026-02-31 | :6: | must be a day",
                "'keywords: [\"section\"]' | 'keywords: [\"section\"' | :9: | expected",
                "https://example.org/a   | javascript:x           | :11: | http",
                "{#overview}             | ''                     | :16: | anchor",
                "{#overview}             | {#somewhere}           | :16: | somewhere",
                "{#steps}                | {#overview}            | :20: | twice",
                "'1. Décider.\n2. Déclarer à l''autorité.\n' | Décider. | :20: | needs a list",
                "'## En bref'            | '# En bref'            | :16: | level 2"
            })
    void aWrongFileIsRefusedWithItsLine(String good, String bad, String line, String reason) {
        assertThat(GOOD).contains(good);
        assertThatExceptionOfType(MalformedArticle.class)
                .isThrownBy(() -> ArticleReader.read(FILE, GOOD.replaceFirst(java.util.regex.Pattern.quote(good), bad)))
                .withMessageStartingWith(FILE + line)
                .withMessageContaining(reason);
    }

    @Test
    void aVersionThatIsStoredWithADayThatNeverWasStaysReadable() {
        String stored = GOOD.replace("2026-11-23", "2026-02-31");

        assertThat(ArticleReader.stored(FILE, stored).head().verifiedOn()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(Manuscript.of(stored).verifiedOn()).isEqualTo("2026-02-31");
        assertThat(Manuscript.of(stored).faults(new ArticleKey("open-branch", Language.FR), Set.of()))
                .extracting(ArticleFault::field, ArticleFault::subject)
                .contains(tuple("verified-on", "day"));
    }
}

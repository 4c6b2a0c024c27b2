package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ma.mowakaba.kernel.Language;
import org.junit.jupiter.api.Test;

class ManuscriptTest {

    private static final ArticleKey BRANCH = new ArticleKey("open-branch", Language.FR);
    private static final Manuscript GOOD = new Manuscript(
            "Ouvrir une section",
            "association-life",
            "Ce qu'il faut faire.",
            "Les dirigeants.",
            "2026-11-23",
            List.of("declaration-file"),
            List.of("section"),
            List.of(new Article.Reference("Dahir 1-58-376, art. 5", "")),
            List.of(new Article.Reference("Portail", "https://example.org/a")),
            "## En bref {#overview}\n\nUne section se déclare.");

    @Test
    void everyFileOfTheProjectIsWrittenAsItWasRead() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("kb/articles"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                assertThat(Manuscript.of(text).markdown()).as(file.toString()).isEqualTo(text);
            }
        }
    }

    @Test
    void whateverIsTypedIsKeptAndReadAgain() {
        Manuscript typed = new Manuscript(
                "A \"b\" \\ c: {d} #e 'f'\tg",
                "yes",
                "",
                "---",
                "31 février",
                List.of("null", "Not A Slug"),
                List.of("كلمة «مقتبسة»", "- [x]"),
                List.of(new Article.Reference("", "no address"), new Article.Reference("only text", "")),
                List.of(),
                "no heading\n\n---\ntitle: other\n---");

        assertThat(Manuscript.of(typed.markdown()))
                .isEqualTo(new Manuscript(
                        typed.title(),
                        typed.domain(),
                        typed.summary(),
                        typed.audience(),
                        typed.verifiedOn(),
                        typed.related(),
                        typed.keywords(),
                        typed.legal(),
                        typed.sources(),
                        typed.body() + "\n"));
    }

    @Test
    void lineEndsOfABrowserBecomeThoseOfTheFiles() {
        String typed = GOOD.body().replace("\n", "\r\n");

        assertThat(with(typed).markdown()).isEqualTo(GOOD.markdown()).doesNotContain("\r");
    }

    @Test
    void everythingThatIsWrongIsNamedWithItsFieldAndLine() {
        Manuscript wrong = new Manuscript(
                " ",
                "association-life",
                "Ce qu'il faut faire.",
                "Les dirigeants.",
                "hier",
                List.of("declaration-file", "nowhere", "open-branch"),
                List.of(),
                List.of(new Article.Reference("Dahir", "adala.justice.gov.ma")),
                List.of(),
                "## En bref {#overview}\n\nVoyez [cela](/help/nowhere).\n\n## Les étapes {#steps}\n\nDécider.");

        assertThat(wrong.faults(BRANCH, Set.of("declaration-file")))
                .extracting(fault -> fault.field() + ":" + fault.line() + ":" + fault.subject())
                .containsExactly(
                        "title:2:text",
                        "verified-on:6:day",
                        "legal:9:address",
                        "body:5:items",
                        "related:0:article",
                        "related:0:article",
                        "body:3:article");
        assertThat(GOOD.faults(BRANCH, Set.of("declaration-file"))).isEmpty();
    }

    @Test
    void aLinkLeadsToAnArticleOrToAnAddressOrIsNamed() {
        Set<String> slugs = Set.of("declaration-file");
        for (String good : List.of(
                "/help/declaration-file",
                "/help/declaration-file?lang=ar#steps",
                "https://example.org",
                "tel:0537000000",
                "#steps")) {
            assertThat(with("## En bref {#overview}\n\n[là](" + good + ")").faults(BRANCH, slugs))
                    .as(good)
                    .isEmpty();
        }
        for (String bad :
                List.of("javascript:alert(1)", "declaration-file", "/tickets", "//example.org", "/help/elsewhere")) {
            assertThat(with("## En bref {#overview}\n\n[là](" + bad + ")").faults(BRANCH, slugs))
                    .as(bad)
                    .hasSize(1);
        }
    }

    private static Manuscript with(String body) {
        return new Manuscript(
                GOOD.title(),
                GOOD.domain(),
                GOOD.summary(),
                GOOD.audience(),
                GOOD.verifiedOn(),
                GOOD.related(),
                GOOD.keywords(),
                GOOD.legal(),
                GOOD.sources(),
                body);
    }
}

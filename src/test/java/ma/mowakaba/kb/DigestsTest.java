package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.mowakaba.kernel.Language;
import org.junit.jupiter.api.Test;

class DigestsTest {

    private final Digests digests = new Digests(Shelves.ANALYSIS);

    @Test
    void onlyAnArticleThatChangedIsTakenApartAgain() {
        Map<String, Digest> before = digests.of(shelf(text("fr-only", "Le budget"), text("changed", "Le statut")));
        Map<String, Digest> after = digests.of(shelf(text("fr-only", "Le budget"), text("changed", "Le jury")));

        assertThat(after.get("fr-only")).isSameAs(before.get("fr-only"));
        assertThat(before.get("changed").subject()).contains("statut");
        assertThat(after.get("changed").subject()).contains("jury").doesNotContain("statut");
    }

    @Test
    void anArticleThatWasTakenOffIsForgotten() {
        Map<String, Digest> before = digests.of(shelf(text("gone", "Le budget"), text("kept", "Le statut")));

        assertThat(digests.of(shelf(text("kept", "Le statut")))).containsOnlyKeys("kept");
        assertThat(digests.of(shelf(text("gone", "Le budget"))).get("gone")).isNotSameAs(before.get("gone"));
    }

    private static Shelf shelf(ArticleText... texts) {
        return new Shelf(Stream.of(texts)
                .map(text -> new Shelf.Entry(text, text.at(1, Instant.EPOCH)))
                .toList());
    }

    /** The first article of the project under another slug and title. */
    private static ArticleText text(String slug, String title) {
        ArticleText model = Shelves.ofTheProject().texts().getFirst().getLast();
        ArticleText.Head head = model.head();
        return new ArticleText(
                slug,
                Language.FR,
                new ArticleText.Head(
                        title,
                        head.domain(),
                        "",
                        head.audience(),
                        head.verifiedOn(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                model.sections());
    }
}

package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Arabic and the French text of an article say the same. */
class ArticlesOfTheProjectTest {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Shelf SHELF = Shelves.ofTheProject();

    static Set<String> slugs() {
        return SHELF.entries().keySet();
    }

    @Test
    void thereAreTenAtLeast() {
        assertThat(slugs()).hasSizeGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void bothLanguagesHaveTheSamePartsListsAndNumbers(String slug) {
        ArticleText arabic = text(slug, Language.AR);
        ArticleText french = text(slug, Language.FR);

        assertThat(anchors(arabic)).isEqualTo(anchors(french));
        for (int i = 0; i < french.sections().size(); i++) {
            ArticleText.Section one = arabic.sections().get(i);
            ArticleText.Section other = french.sections().get(i);
            assertThat(one.items()).as(one.anchor()).hasSameSizeAs(other.items());
            assertThat(numbers(one.text())).as(one.anchor()).isEqualTo(numbers(other.text()));
        }
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void bothLanguagesHaveTheSameHead(String slug) {
        ArticleText.Head arabic = text(slug, Language.AR).head();
        ArticleText.Head french = text(slug, Language.FR).head();

        assertThat(arabic.domain()).isEqualTo(french.domain());
        assertThat(arabic.verifiedOn()).isEqualTo(french.verifiedOn());
        assertThat(arabic.related()).isEqualTo(french.related());
        assertThat(urls(arabic.sources())).isEqualTo(urls(french.sources()));
        assertThat(urls(arabic.legal())).isEqualTo(urls(french.legal()));
        assertThat(french.sources()).isNotEmpty();
        assertThat(french.legal()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void itsDomainExistsAndWhatItPointsToToo(String slug) {
        Set<String> domains =
                Tables.rows("analysis/domains.tsv").stream().map(List::getFirst).collect(Collectors.toSet());
        ArticleText.Head head = text(slug, Language.FR).head();

        assertThat(domains).contains(head.domain().value());
        assertThat(slugs())
                .containsAll(head.related())
                .hasSizeGreaterThan(head.related().size());
        assertThat(head.related()).doesNotContain(slug);
    }

    private static ArticleText text(String slug, Language language) {
        Map<Language, Shelf.Entry> languages = SHELF.entries().get(slug);
        assertThat(languages).containsKey(language);
        return languages.get(language).text();
    }

    private static List<String> anchors(ArticleText text) {
        return text.sections().stream().map(ArticleText.Section::anchor).toList();
    }

    private static List<String> urls(List<Article.Reference> references) {
        return references.stream().map(Article.Reference::url).toList();
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text.replaceAll("(?<=\\d)[\\u00a0\\u202f](?=\\d{3})", ""))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}

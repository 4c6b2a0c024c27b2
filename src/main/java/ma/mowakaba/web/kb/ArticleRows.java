package ma.mowakaba.web.kb;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ma.mowakaba.kb.ArticleKey;
import ma.mowakaba.kb.ArticleStock;
import ma.mowakaba.kb.EditorId;
import ma.mowakaba.kb.LinkWatch;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Component;

/** The articles as an editor's list shows them: both languages beside each other, by domain. */
@Component
class ArticleRows {

    static final List<Language> LANGUAGES = List.of(Language.AR, Language.FR);

    private final ArticleStock stock;
    private final LinkWatch links;

    ArticleRows(ArticleStock stock, LinkWatch links) {
        this.stock = stock;
        this.links = links;
    }

    /** @param q words of a title or a slug; @param condition of either language */
    record Asked(String q, String domain, Optional<Condition> condition) {

        boolean matches(Row row) {
            return (domain.isEmpty() || row.domain().equals(domain))
                    && condition.filter(one -> !row.conditions().contains(one)).isEmpty()
                    && Arrays.stream(Folded.of(q).split("\\s+")).allMatch(row.folded()::contains);
        }
    }

    /** @param folded what a search looks into */
    record Row(String slug, String domain, List<Cell> cells, Set<Condition> conditions, String folded) {}

    /** One language. @param verified empty where there is no day; @param review empty unless it is in review */
    record Cell(
            Language language,
            String title,
            Optional<LocalDate> verified,
            boolean exists,
            Set<Condition> conditions,
            Optional<InReview> review) {}

    List<Row> all(EditorId me) {
        Map<ArticleKey, Long> broken = links.broken();
        return stock.all().stream().map(article -> row(article, broken, me)).toList();
    }

    /** @return by name of the domain, in the order of the menu; domains without articles are left out */
    Map<String, List<Row>> byDomain(List<Row> rows, Words words) {
        Map<String, List<Row>> found = new LinkedHashMap<>();
        Stream.concat(
                        words.domains().stream().map(Words.Choice::value),
                        rows.stream().map(Row::domain))
                .distinct()
                .forEach(code -> put(code, rows, words, found));
        return found;
    }

    private static void put(String code, List<Row> rows, Words words, Map<String, List<Row>> found) {
        List<Row> own = rows.stream().filter(row -> row.domain().equals(code)).toList();
        if (!own.isEmpty()) {
            found.put(domain(code, words), own);
        }
    }

    /** @return every domain, and the one an article is in if it is none of them any more */
    static List<Words.Choice> domains(String own, Words words) {
        Stream<Words.Choice> gone =
                words.domains().stream().anyMatch(domain -> domain.value().equals(own))
                        ? Stream.empty()
                        : Stream.of(new Words.Choice(own, own));
        return Stream.concat(gone, words.domains().stream()).toList();
    }

    static String domain(String code, Words words) {
        return words.domains().stream()
                .filter(domain -> domain.value().equals(code))
                .map(Words.Choice::label)
                .findFirst()
                .orElse(code);
    }

    private static Row row(ArticleStock.Standing article, Map<ArticleKey, Long> broken, EditorId me) {
        List<Cell> cells = LANGUAGES.stream()
                .map(language -> cell(article, language, broken, me))
                .toList();
        Set<Condition> conditions = EnumSet.noneOf(Condition.class);
        cells.forEach(cell -> conditions.addAll(cell.conditions()));
        String titles = String.join(" ", cells.stream().map(Cell::title).toList());
        String domain = article.sides().values().stream()
                .map(ArticleStock.Side::domain)
                .findFirst()
                .orElse("");
        return new Row(article.slug(), domain, cells, conditions, Folded.of(article.slug() + " " + titles));
    }

    private static Cell cell(
            ArticleStock.Standing article, Language language, Map<ArticleKey, Long> broken, EditorId me) {
        ArticleKey at = new ArticleKey(article.slug(), language);
        return Optional.ofNullable(article.sides().get(language))
                .map(side -> new Cell(
                        language,
                        side.title(),
                        day(side.verifiedOn()),
                        true,
                        Condition.of(side, article.withdrawn(), broken.getOrDefault(at, 0L)),
                        side.draft().flatMap(draft -> InReview.of(at, draft, me))))
                .orElseGet(() -> missing(language));
    }

    private static Cell missing(Language language) {
        return new Cell(language, "", Optional.empty(), false, EnumSet.of(Condition.MISSING), Optional.empty());
    }

    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (java.time.DateTimeException notADay) {
            return Optional.empty();
        }
    }
}

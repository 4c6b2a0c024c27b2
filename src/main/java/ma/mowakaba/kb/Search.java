package ma.mowakaba.kb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;

/** Answers a question from one catalog: plan, engine, the best passage of each article, and silence where nothing answers. */
final class Search {

    private static final int PASSAGES = 150;
    private static final int LONGEST = 4_000;

    private final TextAnalysis analysis;
    private final SearchEngine engine;

    Search(TextAnalysis analysis, SearchEngine engine) {
        this.analysis = analysis;
        this.engine = engine;
    }

    List<Library.Hit> hits(Catalog catalog, String query, Language language, Optional<DomainCode> domain, int size) {
        String question = query.length() > LONGEST ? query.substring(0, LONGEST) : query;
        AnalysedText analysed = analysis.read(question);
        QueryPlan plan = catalog.planner().plan(question, analysed.tokens(), domain, PASSAGES);
        if (plan.clauses().isEmpty()) {
            return List.of();
        }
        Coverage.Question asked = catalog.coverage().new Question(analysed);
        Map<String, SearchEngine.Found> bestBySlug = new LinkedHashMap<>();
        engine.search(plan).forEach(found -> bestBySlug.putIfAbsent(slug(found), found));
        return bestBySlug.entrySet().stream()
                .filter(best -> asked.answeredBy(best.getKey()))
                .flatMap(best -> hit(catalog.shelf(), best.getValue(), language, asked.telling(best.getKey())).stream())
                .limit(size)
                .toList();
    }

    private static Optional<Library.Hit> hit(Shelf shelf, SearchEngine.Found found, Language language, double covered) {
        String anchor = found.id().substring(found.id().indexOf('#') + 1);
        return shelf.article(slug(found), language)
                .flatMap(article -> article.parts().stream()
                        .filter(part -> part.anchor().equals(anchor))
                        .findFirst()
                        .map(part -> new Library.Hit(
                                article.slug(),
                                article.language(),
                                article.version(),
                                article.title(),
                                part.text(),
                                anchor,
                                article.domain(),
                                found.score(),
                                covered)));
    }

    private static String slug(SearchEngine.Found found) {
        return found.id().substring(0, found.id().indexOf('#'));
    }
}

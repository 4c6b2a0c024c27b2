package ma.mowakaba.kb;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import org.springframework.stereotype.Component;

/** The knowledge base, answered from the catalog in memory and the search engine; old versions from the database. */
@Component
final class IndexedLibrary implements Library {

    private static final int LONGEST = 4_000;

    private final CatalogKeeper keeper;
    private final ArticleStore store;
    private final Search search;
    private final TextAnalysis analysis;
    private final Apprentice apprentice;

    IndexedLibrary(
            CatalogKeeper keeper, ArticleStore store, Search search, TextAnalysis analysis, Apprentice apprentice) {
        this.apprentice = apprentice;
        this.keeper = keeper;
        this.store = store;
        this.search = search;
        this.analysis = analysis;
    }

    @Override
    public SearchResult search(String query, Language language, Optional<DomainCode> domain, int size) {
        long start = System.nanoTime();
        List<Hit> hits = search.hits(keeper.catalog(), query, language, domain, size);
        return new SearchResult(hits, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    @Override
    public Article article(String slug, Language language) {
        return keeper.catalog().shelf().article(slug, language).orElseThrow(() -> unknown(slug));
    }

    @Override
    public Article article(String slug, Language language, int version) {
        return Shelf.preferred(language).stream()
                .flatMap(each -> store.version(slug, each, version).stream())
                .findFirst()
                .orElseThrow(() -> unknown(slug));
    }

    @Override
    public List<ArticleSummary> published(Language language) {
        return keeper.catalog().shelf().articles(language).stream()
                .map(article -> new ArticleSummary(
                        article.slug(),
                        article.language(),
                        article.version(),
                        article.title(),
                        article.summary(),
                        article.domain(),
                        article.verifiedOn()))
                .toList();
    }

    @Override
    public Classification classify(String text) {
        return apprentice.classify(cut(text));
    }

    @Override
    public List<Piece> marked(String question, String passage) {
        return new Marker(analysis, question).mark(passage);
    }

    @Override
    public Gist gist(String text) {
        return Gists.of(analysis.read(cut(text)), keeper.catalog().coverage());
    }

    @Override
    public void rebuildIndex() {
        keeper.rebuild();
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static Problem unknown(String slug) {
        return Problem.notFound("article.unknown", slug);
    }
}

package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.mowakaba.kernel.DomainCode;
import org.junit.jupiter.api.Test;

/** What every search engine keeps: the same plan gives the same passages in the same order with the same scores. */
abstract class SearchEngineContract {

    private static final Catalog CATALOG = Shelves.catalog(List.of());
    private static final String FIELD = Zone.BODY.field(Field.ROOT);
    private static final String TITLE = Zone.TITLE.field(Field.ROOT);
    private static final List<IndexArticle> SMALL = List.of(
            document("b", "funding", "statut budget"),
            document("a", "funding", "statut budget"),
            document("c", "award", "statut statut statut prix long long long long"),
            document("d", "award", "jury"));

    /** @return an engine in which nothing was published under this name before */
    abstract SearchEngine engine();

    @Test
    void theMoreWordsAndTheRarerTheBetterAndEqualsComeById() {
        SearchEngine engine = published(SMALL, "g1");
        assertThat(ids(engine, plan("statut", "budget"))).containsExactly("a", "b", "c");
        assertThat(ids(engine, plan("jury", "statut"))).containsExactly("d", "c", "a", "b");
        assertThat(ids(engine, plan("inconnu"))).isEmpty();
    }

    @Test
    void aDomainNarrowsAndTheSizeLimits() {
        SearchEngine engine = published(SMALL, "g1");
        QueryPlan plan = plan("statut");
        assertThat(ids(engine, new QueryPlan(plan.clauses(), Optional.of(new DomainCode("award")), 10)))
                .containsExactly("c");
        assertThat(ids(engine, new QueryPlan(plan.clauses(), Optional.empty(), 1)))
                .hasSize(1);
    }

    @Test
    void aPublicationReplacesTheOneBefore() {
        SearchEngine engine = published(SMALL, "g1");
        assertThat(engine.serves("g1")).isTrue();
        engine.publish(SMALL.subList(3, 4), "g2");
        assertThat(engine.serves("g1")).isFalse();
        assertThat(engine.serves("g2")).isTrue();
        assertThat(ids(engine, plan("statut", "jury"))).containsExactly("d");
    }

    @Test
    void theArticlesAreRankedAsTheReferenceRanksThem() {
        SearchEngine engine = published(CATALOG.indexed(), "articles");
        LuceneSearchEngine reference = new LuceneSearchEngine();
        reference.publish(CATALOG.indexed(), "articles");
        for (RelevanceQuestion question : RelevanceQuestion.all()) {
            QueryPlan plan = CATALOG.planner()
                    .plan(
                            question.text(),
                            Shelves.ANALYSIS.read(question.text()).tokens(),
                            Optional.empty(),
                            10);
            if (!plan.clauses().isEmpty()) {
                same(engine.search(plan), reference.search(plan), question.text());
            }
        }
    }

    @Test
    void aPassageIsFoundByTheWordsOfItsArticleAsIfTheyWereItsOwn() {
        Map<String, Terms> twice = Map.of(TITLE, Terms.of("registre", "budget", "budget"));
        Map<String, Terms> once = Map.of(TITLE, Terms.of("registre"));
        List<IndexArticle> together = List.of(
                new IndexArticle("funding", twice, List.of(passage("a#1", "statut"), passage("a#2", "jury prix"))),
                new IndexArticle("award", once, List.of(passage("b#1", "statut jury"))));
        List<IndexArticle> apart = List.of(
                new IndexArticle("funding", twice, List.of(passage("a#1", "statut"))),
                new IndexArticle("funding", twice, List.of(passage("a#2", "jury prix"))),
                new IndexArticle("award", once, List.of(passage("b#1", "statut jury"))));
        QueryPlan plan = new QueryPlan(
                List.of(
                        new QueryPlan.Clause(TITLE, "registre", 2),
                        new QueryPlan.Clause(TITLE, "budget", 1),
                        new QueryPlan.Clause(FIELD, "statut", 1)),
                Optional.empty(),
                10);

        List<SearchEngine.Found> found = published(together, "g1").search(plan);

        assertThat(found).extracting(SearchEngine.Found::id).containsExactly("a#1", "a#2", "b#1");
        same(found, published(apart, "g2").search(plan), "registre budget statut");
        QueryPlan onlyAwards = new QueryPlan(plan.clauses(), Optional.of(new DomainCode("award")), 10);
        assertThat(ids(published(together, "g3"), onlyAwards)).containsExactly("b#1");
    }

    private static void same(List<SearchEngine.Found> found, List<SearchEngine.Found> expected, String question) {
        assertThat(found)
                .extracting(SearchEngine.Found::id)
                .as(question)
                .containsExactlyElementsOf(
                        expected.stream().map(SearchEngine.Found::id).toList());
        for (int i = 0; i < expected.size(); i++) {
            double score = expected.get(i).score();
            assertThat(found.get(i).score()).as(question).isCloseTo(score, within(score * 1e-5));
        }
    }

    private SearchEngine published(List<IndexArticle> articles, String generation) {
        SearchEngine engine = engine();
        engine.publish(articles, generation);
        return engine;
    }

    private static List<String> ids(SearchEngine engine, QueryPlan plan) {
        return engine.search(plan).stream().map(SearchEngine.Found::id).toList();
    }

    private static QueryPlan plan(String... terms) {
        return new QueryPlan(
                List.of(terms).stream()
                        .map(term -> new QueryPlan.Clause(FIELD, term, 1))
                        .toList(),
                Optional.empty(),
                10);
    }

    private static IndexArticle document(String id, String domain, String terms) {
        return new IndexArticle(domain, Map.of(), List.of(passage(id, terms)));
    }

    private static IndexArticle.Passage passage(String id, String terms) {
        return new IndexArticle.Passage(id, Map.of(FIELD, Terms.of(terms.split(" "))));
    }
}

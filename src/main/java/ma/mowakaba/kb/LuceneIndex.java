package ma.mowakaba.kb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * Passages in an index of Lucene, articles beside it: the words of an article are kept, and asked for, once and not again for each passage.
 * Passages are numbered in the order of their ids, so that equal scores come by id without being compared.
 */
final class LuceneIndex {

    private static final String DOMAIN = "domain";
    /** Fewer articles than this are not worth another processor, nor another piece. */
    private static final int WORTH_A_PROCESSOR = 300;

    private final List<String> ids;
    private final int[] articles;
    private final ArticleScores articleScores;
    private final IndexSearcher passages;

    /** @param published in the order of the ids of their passages */
    LuceneIndex(List<IndexArticle> published) throws IOException {
        ids = published.stream()
                .flatMap(article -> article.passages().stream())
                .map(IndexArticle.Passage::id)
                .toList();
        articles = IntStream.range(0, published.size())
                .flatMap(article -> published.get(article).passages().stream().mapToInt(_ -> article))
                .toArray();
        articleScores = new ArticleScores(published);
        // the readers are left to the collector: searches may still run on them, and they hold no file
        passages = new IndexSearcher(new MultiReader(
                pieces(published).parallelStream().map(LuceneIndex::piece).toArray(IndexReader[]::new)));
        passages.setSimilarity(ArticleField.SIMILARITY);
    }

    private static IndexReader piece(List<IndexArticle> published) {
        List<Map<String, Terms>> passages = new ArrayList<>();
        for (IndexArticle article : published) {
            Terms domain = Terms.of(article.domain());
            for (IndexArticle.Passage passage : article.passages()) {
                Map<String, Terms> fields = new HashMap<>(passage.fields());
                fields.put(DOMAIN, domain);
                passages.add(fields);
            }
        }
        return IndexInMemory.of(passages);
    }

    private static List<List<IndexArticle>> pieces(List<IndexArticle> published) {
        int pieces = Math.clamp(
                published.size() / WORTH_A_PROCESSOR, 1, Runtime.getRuntime().availableProcessors());
        return IntStream.range(0, pieces)
                .mapToObj(piece ->
                        published.subList(published.size() * piece / pieces, published.size() * (piece + 1) / pieces))
                .toList();
    }

    List<SearchEngine.Found> search(QueryPlan plan) throws IOException {
        List<SearchEngine.Found> found = new ArrayList<>();
        // whoever counts the hits must look at all of them
        TopScoreDocCollectorManager best = new TopScoreDocCollectorManager(plan.size(), plan.size());
        for (ScoreDoc hit : passages.search(query(plan), best).scoreDocs) {
            found.add(new SearchEngine.Found(ids.get(hit.doc), hit.score));
        }
        return found;
    }

    private BooleanQuery query(QueryPlan plan) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        List<QueryPlan.Clause> ofArticles = new ArrayList<>();
        for (QueryPlan.Clause clause : plan.clauses()) {
            if (articleScores.keep(clause.field())) {
                ofArticles.add(clause);
            } else {
                any.add(
                        new BoostQuery(new TermQuery(new Term(clause.field(), clause.term())), clause.weight()),
                        Occur.SHOULD);
            }
        }
        if (!ofArticles.isEmpty()) {
            any.add(new OfTheArticle(articleScores.of(ofArticles), articles), Occur.SHOULD);
        }
        plan.domain()
                .ifPresent(domain -> any.add(new TermQuery(new Term(DOMAIN, domain.value())), Occur.FILTER)
                        .setMinimumNumberShouldMatch(1));
        return any.build();
    }
}

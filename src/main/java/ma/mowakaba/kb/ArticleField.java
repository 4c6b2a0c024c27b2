package ma.mowakaba.kb;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;

/** A field of whole articles: for each term the articles that have it, scored by Lucene's own BM25 over their passages. */
final class ArticleField {

    static final Similarity SIMILARITY = new BM25Similarity((float) Ranking.K1, (float) Ranking.B);
    private static final BytesRef ANY = new BytesRef("*");

    private final Map<String, Postings> postings = new HashMap<>();
    private final int[] lengths;
    private final CollectionStatistics statistics;

    /**
     * @param terms of the field by number of the article
     * @param published all articles by their numbers
     */
    ArticleField(String name, Map<Integer, Terms> terms, List<IndexArticle> published) {
        lengths = new int[published.size()];
        long passages = 0;
        long words = 0;
        long distinct = 0;
        for (Map.Entry<Integer, Terms> entry : new TreeMap<>(terms).entrySet()) {
            int article = entry.getKey();
            Terms own = entry.getValue();
            int times = published.get(article).passages().size();
            own.forEach((term, count) ->
                    postings.computeIfAbsent(term, _ -> new Postings()).add(article, count, times));
            lengths[article] = SmallFloat.intToByte4(own.length());
            passages += times;
            words += (long) times * own.length();
            distinct += (long) times * own.size();
        }
        int all = published.stream()
                .mapToInt(article -> article.passages().size())
                .sum();
        statistics = new CollectionStatistics(name, all, passages, words, distinct);
    }

    /** Adds what the term is worth to each article that has it. */
    void add(double[] sums, String term, float weight) {
        Postings having = postings.get(term);
        if (having == null) {
            return;
        }
        Similarity.SimScorer scorer =
                SIMILARITY.scorer(weight, statistics, new TermStatistics(ANY, having.passages, having.passages));
        for (int at = 0; at < having.size; at++) {
            int article = having.articles[at];
            sums[article] += scorer.score(having.counts[at], lengths[article]);
        }
    }

    /** Where a term is. */
    private static final class Postings {

        private int[] articles = new int[2];
        private int[] counts = new int[2];
        private int size;
        private int passages;

        void add(int article, int count, int times) {
            if (size == articles.length) {
                articles = Arrays.copyOf(articles, 2 * size);
                counts = Arrays.copyOf(counts, 2 * size);
            }
            articles[size] = article;
            counts[size++] = count;
            passages += times;
        }
    }
}

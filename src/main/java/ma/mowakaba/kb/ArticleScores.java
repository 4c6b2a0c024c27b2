package ma.mowakaba.kb;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/**
 * What the words of whole articles are worth to their passages: the same BM25 as if each passage had these words, though they are indexed
 * once for each article.
 */
final class ArticleScores {

    private static final Similarity SIMILARITY = new BM25Similarity();

    private final IndexReader articles;
    private final int[] firstPassage;
    private final Map<String, CollectionStatistics> statistics;

    /**
     * @param articles index of their fields
     * @param firstPassage by the number of the article in it, and last how many passages there are
     */
    ArticleScores(IndexReader articles, int[] firstPassage, List<IndexArticle> indexed) {
        this.articles = articles;
        this.firstPassage = firstPassage;
        Map<String, Counts> counts = new TreeMap<>();
        indexed.forEach(article -> article.fields()
                .forEach((field, terms) -> counts.computeIfAbsent(field, _ -> new Counts())
                        .add(terms, article.passages().size())));
        this.statistics = counts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        field -> field.getValue().statistics(field.getKey(), firstPassage[firstPassage.length - 1])));
    }

    /** @return whether the field is one of whole articles */
    boolean count(String field) {
        return statistics.containsKey(field);
    }

    /** @param clauses of fields of whole articles @return by number of the article; 0 where none of them is met */
    float[] of(List<QueryPlan.Clause> clauses) throws IOException {
        double[] sums = new double[articles.maxDoc()];
        for (QueryPlan.Clause clause : clauses) {
            add(sums, clause);
        }
        float[] scores = new float[sums.length];
        for (int article = 0; article < sums.length; article++) {
            scores[article] = (float) sums[article];
        }
        return scores;
    }

    private void add(double[] sums, QueryPlan.Clause clause) throws IOException {
        Term term = new Term(clause.field(), clause.term());
        int passages = passagesWith(term);
        CollectionStatistics all = statistics.get(clause.field());
        if (passages == 0 || all == null) {
            return;
        }
        Similarity.SimScorer scorer =
                SIMILARITY.scorer(clause.weight(), all, new TermStatistics(term.bytes(), passages, passages));
        for (LeafReaderContext leaf : articles.leaves()) {
            PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.FREQS);
            NumericDocValues lengths = leaf.reader().getNormValues(clause.field());
            while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                lengths.advanceExact(postings.docID());
                sums[leaf.docBase + postings.docID()] += scorer.score(postings.freq(), lengths.longValue());
            }
        }
    }

    private int passagesWith(Term term) throws IOException {
        int passages = 0;
        for (LeafReaderContext leaf : articles.leaves()) {
            PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
            while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                int article = leaf.docBase + postings.docID();
                passages += firstPassage[article + 1] - firstPassage[article];
            }
        }
        return passages;
    }

    /** What a field holds, counted once for each passage. */
    private static final class Counts {

        private long passages;
        private long words;
        private long distinct;

        void add(Terms terms, int times) {
            passages += times;
            words += (long) times * terms.length();
            distinct += (long) times * terms.size();
        }

        CollectionStatistics statistics(String field, int all) {
            return new CollectionStatistics(field, all, passages, words, distinct);
        }
    }
}

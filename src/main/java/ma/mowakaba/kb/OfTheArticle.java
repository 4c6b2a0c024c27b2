package ma.mowakaba.kb;

import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;

/** Finds every passage of the articles that have a score, with that score; says how much is to be had where, so that the rest is passed over. */
final class OfTheArticle extends Query {

    /** Passages of which the highest score is known, as a power of two. */
    private static final int BLOCK = 7;

    private final float[] scores;
    private final int[] articles;
    private final float[] highest;

    /**
     * @param scores by number of the article
     * @param articles by number of the passage
     */
    OfTheArticle(float[] scores, int[] articles) {
        this.scores = scores;
        this.articles = articles;
        this.highest = new float[(articles.length >> BLOCK) + 1];
        for (int passage = 0; passage < articles.length; passage++) {
            highest[passage >> BLOCK] = Math.max(highest[passage >> BLOCK], scores[articles[passage]]);
        }
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new Weight(this) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
                return new ScorerSupplier() {
                    @Override
                    public Scorer get(long leadCost) {
                        return new Passages(leaf, boost);
                    }

                    @Override
                    public long cost() {
                        return leaf.reader().maxDoc();
                    }
                };
            }

            @Override
            public Explanation explain(LeafReaderContext leaf, int passage) {
                return Explanation.match(boost * scores[articles[leaf.docBase + passage]], "of the article");
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false;
            }
        };
    }

    /** The passages of one piece of the index, in their order. */
    private final class Passages extends Scorer {

        private final int base;
        private final int size;
        private final float boost;
        private int passage = -1;
        private int from;

        Passages(LeafReaderContext leaf, float boost) {
            this.base = leaf.docBase;
            this.size = leaf.reader().maxDoc();
            this.boost = boost;
        }

        @Override
        public int docID() {
            return passage;
        }

        @Override
        public float score() {
            return boost * scores[articles[base + passage]];
        }

        @Override
        public int advanceShallow(int target) {
            from = target;
            return target >= size
                    ? DocIdSetIterator.NO_MORE_DOCS
                    : Math.min(size, ((base + target) >> BLOCK) + 1 << BLOCK) - base - 1;
        }

        @Override
        public float getMaxScore(int upTo) {
            float most = 0;
            int last = (base + Math.min(upTo, size - 1)) >> BLOCK;
            for (int block = (base + Math.min(from, size - 1)) >> BLOCK; block <= last; block++) {
                most = Math.max(most, highest[block]);
            }
            return boost * most;
        }

        @Override
        public DocIdSetIterator iterator() {
            return new DocIdSetIterator() {
                @Override
                public int docID() {
                    return passage;
                }

                @Override
                public int nextDoc() {
                    return advance(passage + 1);
                }

                @Override
                public int advance(int target) {
                    passage = target;
                    while (passage < size && scores[articles[base + passage]] == 0) {
                        passage++;
                    }
                    return passage < size ? passage : (passage = NO_MORE_DOCS);
                }

                @Override
                public long cost() {
                    return size;
                }
            };
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OfTheArticle same && Arrays.equals(scores, same.scores) && articles == same.articles;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(scores);
    }

    @Override
    public String toString(String field) {
        return "score of the article";
    }
}

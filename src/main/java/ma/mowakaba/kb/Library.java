package ma.mowakaba.kb;

import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;

/** Door of the module: the knowledge base. */
public interface Library {

    /**
     * The passages that answer a question written in any of the four ways of writing.
     *
     * @param query at most 4,000 characters; longer texts are cut
     * @param language of the answer, not of the question
     * @return best first; empty when nothing answers
     * @throws ma.mowakaba.kernel.Problem UNAVAILABLE {@code search.away} while the engine is away
     */
    SearchResult search(String query, Language language, Optional<DomainCode> domain, int size);

    /** The published version, or a pinned one. NOT_FOUND {@code article.unknown}. */
    Article article(String slug, Language language);

    Article article(String slug, Language language, int version);

    List<ArticleSummary> published(Language language);

    /** What routing would decide for this text. */
    Classification classify(String text);

    /** @return the passage in pieces, those apart that name what the question asks for, in whatever script it was written */
    List<Piece> marked(String question, String passage);

    /** @return what a text is about, to be held against other texts; at most its first 4,000 characters count */
    Gist gist(String text);

    /** Builds the index again from the database and swaps it in. */
    void rebuildIndex();

    record SearchResult(List<Hit> hits, long tookMillis) {

        /** Less of the question than this is a guess; fitted on the questions of {@code kb/relevance}, see decision 0023. */
        private static final double GOOD = 0.35;

        /** @return whether the best passage is about what was asked, and not only near it */
        public boolean answers() {
            return !hits.isEmpty() && hits.getFirst().covered() >= GOOD;
        }
    }

    /**
     * @param passage plain text of the part that answers
     * @param anchor of the part, such as {@code documents}
     * @param covered share of the question that the article is about, its telling words counting most; 0.0 to 1.0
     */
    record Hit(
            String slug,
            Language language,
            int version,
            String title,
            String passage,
            String anchor,
            DomainCode domain,
            double score,
            double covered) {}

    /** @param hit whether the question names it */
    record Piece(String text, boolean hit) {}

    /** @param confidence 0.0 to 1.0; the domain is {@code general} when it is too low to say */
    record Classification(DomainCode domain, Language language, double confidence, Learned learned) {

        /** Below this confidence a text is left to the general queue, where a person decides. */
        public static final double SURE_ENOUGH = 0.35;

        /** By a classifier that has learned nothing, or where there is none. */
        public Classification(DomainCode domain, Language language, double confidence) {
            this(domain, language, confidence, new Learned(0, 0));
        }
    }

    /** @param corrections that the classifier has learned @param generation of all lessons; another one after each change of them */
    record Learned(int corrections, long generation) {}
}

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

    /** Builds the index again from the database and swaps it in. */
    void rebuildIndex();

    record SearchResult(List<Hit> hits, long tookMillis) {}

    /**
     * @param passage plain text of the part that answers
     * @param anchor of the part, such as {@code documents}
     */
    record Hit(
            String slug,
            Language language,
            int version,
            String title,
            String passage,
            String anchor,
            DomainCode domain,
            double score) {}

    /** @param confidence 0.0 to 1.0; the domain is {@code general} when it is too low to say */
    record Classification(DomainCode domain, Language language, double confidence) {}
}

package ma.mowakaba.kb;

import java.util.List;
import ma.mowakaba.kernel.Problem;

/** Port to what finds passages: Lucene in this process, or Elasticsearch. Both answer a plan in the same order. */
interface SearchEngine extends AutoCloseable {

    /**
     * Replaces all that was there, at one moment; a search sees either the old or the new.
     *
     * @param generation 1 to 60 characters of a–z and 0–9
     * @throws Problem UNAVAILABLE {@code search.away}
     */
    void publish(List<IndexArticle> articles, String generation);

    /** @return whether searches are answered from this generation; false too while the engine is away */
    boolean serves(String generation);

    /** @throws Problem UNAVAILABLE {@code search.away} */
    List<Found> search(QueryPlan plan);

    @Override
    void close();

    /** @param score sum of weighted BM25 with {@link Ranking#K1} and {@link Ranking#B}, without the factor k1 + 1 */
    record Found(String id, double score) {}

    static Problem away() {
        return Problem.of(Problem.Kind.UNAVAILABLE, "search.away");
    }
}

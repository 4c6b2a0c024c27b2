package ma.mowakaba.kb;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Everything that follows from one state of the published articles; replaced as a whole. */
record Catalog(
        String generation,
        Shelf shelf,
        List<IndexDocument> documents,
        QueryPlanner planner,
        Coverage coverage,
        Schooling schooling) {

    /** @param generation names this state of the articles */
    static Catalog of(String generation, Shelf shelf, Digests digests, List<RelevanceQuestion> questions) {
        Map<String, Digest> articles = digests.of(shelf);
        List<IndexDocument> documents = articles.values().stream()
                .map(Digest::passages)
                .flatMap(Collection::stream)
                .toList();
        return new Catalog(
                generation,
                shelf,
                documents,
                new QueryPlanner(new Cues(), new Vocabulary(documents), Ranking.USUAL),
                new Coverage(articles),
                new Schooling(digests.analysis(), articles.values(), questions));
    }
}

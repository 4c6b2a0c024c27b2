package ma.mowakaba.kb;

import java.util.List;
import java.util.Map;

/** Everything that follows from one state of the published articles; replaced as a whole. */
record Catalog(
        String generation,
        Shelf shelf,
        List<IndexArticle> indexed,
        QueryPlanner planner,
        Coverage coverage,
        Schooling schooling) {

    /** @param generation names this state of the articles */
    static Catalog of(String generation, Shelf shelf, Digests digests, List<RelevanceQuestion> questions) {
        Map<String, Digest> articles = digests.of(shelf);
        List<IndexArticle> indexed =
                articles.values().stream().map(Digest::indexed).toList();
        return new Catalog(
                generation,
                shelf,
                indexed,
                new QueryPlanner(new Cues(), new Vocabulary(indexed), Ranking.USUAL),
                new Coverage(articles),
                new Schooling(digests.analysis(), articles.values(), questions));
    }

    /** @return how many there are */
    int passages() {
        return indexed.stream().mapToInt(article -> article.passages().size()).sum();
    }
}

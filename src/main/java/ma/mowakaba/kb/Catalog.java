package ma.mowakaba.kb;

import java.util.List;

/** Everything that follows from one state of the published articles; replaced as a whole. */
record Catalog(
        String generation,
        Shelf shelf,
        List<IndexDocument> documents,
        QueryPlanner planner,
        Coverage coverage,
        Schooling schooling) {

    /** @param generation names this state of the articles */
    static Catalog of(String generation, Shelf shelf, TextAnalysis analysis, List<RelevanceQuestion> questions) {
        List<IndexDocument> documents = new Passages(analysis).documents(shelf);
        return new Catalog(
                generation,
                shelf,
                documents,
                new QueryPlanner(new Cues(), new Vocabulary(documents), Ranking.USUAL),
                new Coverage(analysis, shelf),
                new Schooling(analysis, shelf, questions));
    }
}

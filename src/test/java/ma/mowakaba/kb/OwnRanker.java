package ma.mowakaba.kb;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import ma.mowakaba.kernel.Language;

/** What the center does: its articles as it answers from them, or other texts by the same analysis, weights and engine. */
final class OwnRanker {

    private OwnRanker() {}

    static Ranker ofTheArticles() {
        Catalog catalog = Shelves.catalog(List.of());
        Search search = new Search(Shelves.ANALYSIS, published(catalog.indexed()));
        return question -> search.hits(catalog, question, Language.FR, Optional.empty(), 10).stream()
                .map(Library.Hit::slug)
                .toList();
    }

    static Ranker of(JudgedCorpus corpus) {
        List<IndexArticle> documents =
                corpus.texts().stream().map(OwnRanker::document).toList();
        SearchEngine engine = published(documents);
        QueryPlanner planner = new QueryPlanner(new Cues(), new Vocabulary(documents), Ranking.USUAL);
        return question -> {
            Tokens tokens = Shelves.ANALYSIS.read(question).tokens();
            QueryPlan plan = planner.plan(question, tokens, Optional.empty(), 10);
            return engine.search(plan).stream().map(SearchEngine.Found::id).toList();
        };
    }

    static IndexArticle document(JudgedCorpus.Text text) {
        Map<String, Terms> title = new TreeMap<>();
        Passages.put(title, Zone.TITLE, Stream.of(Shelves.ANALYSIS.read(text.title())));
        Map<String, Terms> body = new TreeMap<>();
        Passages.put(body, Zone.BODY, Stream.of(Shelves.ANALYSIS.read(text.body())));
        return new IndexArticle("general", title, List.of(new IndexArticle.Passage(text.id(), body)));
    }

    private static SearchEngine published(List<IndexArticle> documents) {
        LuceneSearchEngine engine = new LuceneSearchEngine();
        engine.publish(documents, "judged");
        return engine;
    }
}

package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.mowakaba.kernel.Language;

/**
 * Times searches of the project's articles with Lucene in this process: {@code clients} at once (8) for {@code seconds} (10), the
 * first third not counted; with {@code passages} among so many ({@link ManyArticles}), and how many of them are analysed and indexed a
 * second. Prints p50, p99 and searches a second. Clients are virtual threads that give way after each search, as
 * requests do: threads of the system would be interrupted in the middle of a search for the turn of the others.
 */
public final class SearchBenchmark {

    private static final List<RelevanceQuestion> QUESTIONS = RelevanceQuestion.all();

    private SearchBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int clients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        Catalog catalog = Shelves.catalog(QUESTIONS);
        LuceneSearchEngine engine = new LuceneSearchEngine();
        if (arguments.length > 2) {
            catalog = among(Integer.parseInt(arguments[2]), catalog, engine);
        } else {
            engine.publish(catalog.documents(), catalog.generation());
        }
        Search search = new Search(Shelves.ANALYSIS, engine);
        Catalog asked = catalog;
        long start = System.nanoTime();
        long counted = start + seconds * 1_000_000_000L / 3;
        long end = start + seconds * 1_000_000_000L;
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<List<Long>>> tasks = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int offset = client * 17;
                tasks.add(() -> client(search, asked, offset, counted, end));
            }
            List<Long> times = new ArrayList<>();
            for (Future<List<Long>> future : pool.invokeAll(tasks)) {
                times.addAll(future.get());
            }
            report(times, clients, (end - counted) / 1e9);
        }
    }

    private static Catalog among(int passages, Catalog own, LuceneSearchEngine engine) {
        Shelf shelf = new ManyArticles(7).shelf(passages);
        long before = System.nanoTime();
        List<IndexDocument> documents = new Passages(Shelves.ANALYSIS).documents(shelf);
        double analysed = (System.nanoTime() - before) / 1e9;
        engine.publish(documents, "many");
        double indexed = (System.nanoTime() - before) / 1e9;
        System.out.printf(
                "%d passages: analysed in %.1f s, indexed after %.1f s, %.0f a second%n",
                documents.size(), analysed, indexed, documents.size() / indexed);
        return new Catalog(
                "many",
                shelf,
                documents,
                new QueryPlanner(new Cues(), new Vocabulary(documents), Ranking.USUAL),
                new Coverage(Shelves.ANALYSIS, shelf),
                own.schooling());
    }

    private static List<Long> client(Search search, Catalog catalog, int offset, long counted, long end) {
        List<Long> times = new ArrayList<>();
        for (int i = offset; System.nanoTime() < end; i++) {
            String question = QUESTIONS.get(i % QUESTIONS.size()).text();
            long before = System.nanoTime();
            search.hits(catalog, question, i % 2 == 0 ? Language.AR : Language.FR, Optional.empty(), 10);
            if (before > counted) {
                times.add(System.nanoTime() - before);
            }
            Thread.yield();
        }
        return times;
    }

    private static void report(List<Long> times, int clients, double seconds) {
        Collections.sort(times);
        System.out.printf(
                "%d clients, %d searches: p50 %.2f ms, p99 %.2f ms, %.0f a second%n",
                clients,
                times.size(),
                times.get(times.size() / 2) / 1e6,
                times.get((int) (times.size() * 0.99)) / 1e6,
                times.size() / seconds);
    }
}

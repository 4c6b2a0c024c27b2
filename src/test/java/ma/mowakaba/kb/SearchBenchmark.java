package ma.mowakaba.kb;

import java.time.Duration;
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
 * first third not counted; with {@code passages} among so many ({@link ManyArticles}), and how many of them are published a second, all
 * that a publication makes of them counted. Prints p50, p99, searches a second and what each took of a processor. Clients are virtual
 * threads that give way after each search, as requests do: threads of the system would be interrupted in the middle of a search for the
 * turn of the others.
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
            Shelf shelf = new ManyArticles(7).shelf(Integer.parseInt(arguments[2]));
            published("first", shelf, engine);
            catalog = published("again", shelf, engine);
        } else {
            engine.publish(catalog.indexed(), catalog.generation());
        }
        Search search = new Search(Shelves.ANALYSIS, engine);
        ask(search, catalog, clients, seconds / 3.0);
        double cpuBefore = cpu();
        List<Long> times = ask(search, catalog, clients, seconds * 2 / 3.0);
        report(times, clients, seconds * 2 / 3.0, cpu() - cpuBefore);
    }

    /** @return nanoseconds of each search */
    private static List<Long> ask(Search search, Catalog catalog, int clients, double seconds) throws Exception {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<List<Long>>> tasks = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int offset = client * 17;
                tasks.add(() -> client(search, catalog, offset, end));
            }
            List<Long> times = new ArrayList<>();
            for (Future<List<Long>> future : pool.invokeAll(tasks)) {
                times.addAll(future.get());
            }
            return times;
        }
    }

    /** Nothing is kept from one publication for the next but what the compiler learned and words. */
    private static Catalog published(String time, Shelf shelf, LuceneSearchEngine engine) {
        double cpuBefore = cpu();
        long before = System.nanoTime();
        Catalog catalog = Catalog.of("many", shelf, new Digests(Shelves.ANALYSIS), List.of());
        double analysed = (System.nanoTime() - before) / 1e9;
        engine.publish(catalog.indexed(), catalog.generation());
        double indexed = (System.nanoTime() - before) / 1e9;
        int made = catalog.passages();
        System.out.printf(
                "%s, %d passages: analysed in %.1f s, indexed after %.1f s, %.0f a second, processor %.2f ms a"
                        + " passage%n",
                time, made, analysed, indexed, made / indexed, 1e3 * (cpu() - cpuBefore) / made);
        return catalog;
    }

    /** @return seconds that this process has had a processor */
    static double cpu() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1e9;
    }

    private static List<Long> client(Search search, Catalog catalog, int offset, long end) {
        List<Long> times = new ArrayList<>();
        for (int i = offset; System.nanoTime() < end; i++) {
            String question = QUESTIONS.get(i % QUESTIONS.size()).text();
            long before = System.nanoTime();
            search.hits(catalog, question, i % 2 == 0 ? Language.AR : Language.FR, Optional.empty(), 10);
            times.add(System.nanoTime() - before);
            Thread.yield();
        }
        return times;
    }

    private static void report(List<Long> times, int clients, double seconds, double cpu) {
        Collections.sort(times);
        System.out.printf(
                "%d clients, %d searches: p50 %.2f ms, p99 %.2f ms, %.0f a second, processor %.2f ms a search%n",
                clients,
                times.size(),
                times.get(times.size() / 2) / 1e6,
                times.get((int) (times.size() * 0.99)) / 1e6,
                times.size() / seconds,
                1e3 * cpu / times.size());
    }
}

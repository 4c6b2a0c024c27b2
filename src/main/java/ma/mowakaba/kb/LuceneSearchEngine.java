package ma.mowakaba.kb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Finds passages with Lucene in this process; the index lives in memory, since the database has everything to build it again. */
final class LuceneSearchEngine implements SearchEngine {

    private record Generation(String name, LuceneIndex index) {}

    private final AtomicReference<@Nullable Generation> current = new AtomicReference<>();

    @Override
    public void publish(List<IndexArticle> articles, String generation) {
        List<IndexArticle> inOrder = articles.stream()
                .filter(article -> !article.passages().isEmpty())
                .sorted(Comparator.comparing(
                        article -> article.passages().getFirst().id()))
                .toList();
        try {
            current.set(new Generation(generation, new LuceneIndex(inOrder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean serves(String generation) {
        Generation now = current.get();
        return now != null && now.name.equals(generation);
    }

    @Override
    public List<Found> search(QueryPlan plan) {
        Generation now = current.get();
        if (now == null) {
            throw SearchEngine.away();
        }
        try {
            return now.index.search(plan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        current.set(null);
    }
}

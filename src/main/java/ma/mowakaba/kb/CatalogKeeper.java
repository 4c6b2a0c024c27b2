package ma.mowakaba.kb;

import ma.mowakaba.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the catalog, the classifier and the index equal to the database: at start before the first request, and again whenever
 * another node has published or corrected something or the engine has come back.
 */
@Component
class CatalogKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogKeeper.class);

    private final ArticleImport articleImport;
    private final ArticleStore store;
    private final SearchEngine engine;
    private final Digests digests;
    private final Apprentice apprentice;
    private volatile @Nullable Catalog catalog;
    private boolean imported;

    CatalogKeeper(
            ArticleImport articleImport,
            ArticleStore store,
            SearchEngine engine,
            TextAnalysis analysis,
            Apprentice apprentice) {
        this.apprentice = apprentice;
        this.articleImport = articleImport;
        this.store = store;
        this.engine = engine;
        this.digests = new Digests(analysis);
    }

    /** @throws Problem UNAVAILABLE {@code search.away} before the articles were read */
    Catalog catalog() {
        Catalog now = catalog;
        if (now == null) {
            throw SearchEngine.away();
        }
        return now;
    }

    /** Reads everything again and builds the index again, whether or not something changed. */
    synchronized void rebuild() {
        Catalog fresh = read();
        catalog = fresh;
        apprentice.follow(fresh);
        engine.publish(fresh.indexed(), fresh.generation());
    }

    @Scheduled(fixedDelayString = "${mowakaba.kb.refresh:10s}", initialDelayString = "${mowakaba.kb.refresh:10s}")
    synchronized void refresh() {
        if (!imported) {
            imported = articleImport.run();
        }
        Catalog now = catalog;
        if (now == null || !now.generation().equals(store.generation())) {
            now = read();
            catalog = now;
        }
        apprentice.follow(now);
        if (!engine.serves(now.generation())) {
            publish(now);
        }
    }

    private void publish(Catalog now) {
        try {
            engine.publish(now.indexed(), now.generation());
            LOG.info("{} passages indexed as {}", now.passages(), now.generation());
        } catch (Problem away) {
            LOG.warn("the search engine is away; tried again in a moment");
        }
    }

    private Catalog read() {
        String generation = store.generation();
        return Catalog.of(generation, store.shelf(), digests, RelevanceQuestion.all());
    }

    @Override
    public void start() {
        refresh();
    }

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
        return catalog != null;
    }

    /** Before the web server, which must not answer without articles. */
    @Override
    public int getPhase() {
        return 0;
    }
}

package ma.mowakaba.kb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import ma.mowakaba.kernel.Language;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings the article files into the database; a changed file becomes a new version. One node at a time. */
@Component
final class ArticleImport {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleImport.class);
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final ArticleFiles files;
    private final ArticleStore store;
    private final FileOffers offers;
    private final LockProvider leases;
    private final Clock clock;

    ArticleImport(KnowledgeSettings settings, ArticleStore store, FileOffers offers, LockProvider leases, Clock clock) {
        this.offers = offers;
        this.files = new ArticleFiles(settings.articles());
        this.store = store;
        this.leases = leases;
        this.clock = clock;
    }

    /** @return false when another node is at it; ask again later */
    boolean run() {
        Optional<SimpleLock> lease =
                leases.lock(new LockConfiguration(clock.instant(), "kb-import", LEASE, Duration.ZERO));
        lease.ifPresent(held -> {
            try {
                publishAll();
            } finally {
                held.unlock();
            }
        });
        return lease.isPresent();
    }

    /** Where editors have been at work a changed file is offered to them as a draft: it does not undo what they wrote. */
    private boolean bring(String slug, Map<Language, String> texts) {
        String hash = ContentHash.of(texts);
        return store.edited(slug, hash) ? offers.offer(slug, texts, hash) : store.publish(slug, texts, hash);
    }

    private void publishAll() {
        try {
            Map<String, Map<Language, String>> found = files.read();
            long changed = found.entrySet().stream()
                    .filter(article -> bring(article.getKey(), article.getValue()))
                    .count();
            LOG.info("{} article files read, {} new or changed", found.size(), changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

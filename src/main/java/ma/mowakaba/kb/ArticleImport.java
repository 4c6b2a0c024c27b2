package ma.mowakaba.kb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
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
    private final LockProvider leases;
    private final Clock clock;

    ArticleImport(KnowledgeSettings settings, ArticleStore store, LockProvider leases, Clock clock) {
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

    private void publishAll() {
        try {
            Map<String, Map<Language, String>> found = files.read();
            long changed = found.entrySet().stream()
                    .filter(article -> store.publish(article.getKey(), article.getValue(), hash(article.getValue())))
                    .count();
            LOG.info("{} article files read, {} new or changed", found.size(), changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Map<Language, String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((language, text) -> {
                digest.update((language.code() + "\0").getBytes(StandardCharsets.UTF_8));
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

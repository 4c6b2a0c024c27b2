package ma.mowakaba.kb;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes versions: the new text of one language, bound together with the other as it is. */
@Component
@Transactional
class Bookbinder {

    private final ArticleStore store;
    private final VersionStore versions;
    private final ArticleLog log;
    private final Clock clock;

    Bookbinder(ArticleStore store, VersionStore versions, ArticleLog log, Clock clock) {
        this.store = store;
        this.versions = versions;
        this.log = log;
        this.clock = clock;
    }

    /** @return whether readers see just that */
    boolean says(ArticleKey at, String markdown) {
        return Optional.ofNullable(versions.texts(at.slug()).get(at.language()))
                .filter(text -> text.published() > 0 && text.markdown().equals(markdown))
                .isPresent();
    }

    int publish(ArticleKey at, Map<Language, String> fresh, Set<UUID> writers, EditorId by) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        versions.texts(at.slug()).forEach((language, text) -> texts.put(language, text.markdown()));
        texts.putAll(fresh);
        int version = store.publish(at.slug(), texts, by);
        versions.wrote(at, version, writers);
        return version;
    }

    void confirm(ArticleKey at, int version, EditorId by) {
        versions.confirm(at, version, by, Columns.now(clock));
    }

    void confirm(ArticleKey at, EditorId by) {
        Map<Language, VersionStore.Text> texts = versions.texts(at.slug());
        if (!Staleness.of(texts).contains(at.language())) {
            throw Problem.conflict("article.not-stale");
        }
        Optional.ofNullable(texts.get(at.language())).ifPresent(text -> confirm(at, text.version(), by));
        log.add(at, ArticleEvent.What.CONFIRMED, by, "");
    }

    void withdraw(String slug, String reason, EditorId by) {
        store.withdraw(slug);
        log.add(slug, null, ArticleEvent.What.WITHDRAWN, by, reason);
    }
}

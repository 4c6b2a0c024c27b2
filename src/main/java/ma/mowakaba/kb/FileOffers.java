package ma.mowakaba.kb;

import java.util.Map;
import java.util.Optional;
import ma.mowakaba.kernel.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changed files of articles that editors have changed: each becomes a draft, once, unless somebody writes there. */
@Component
class FileOffers {

    private final VersionStore versions;
    private final DraftOpening opening;
    private final ArticleLog log;

    FileOffers(VersionStore versions, DraftOpening opening, ArticleLog log) {
        this.versions = versions;
        this.opening = opening;
        this.log = log;
    }

    /** @return whether there was something to offer */
    @Transactional
    boolean offer(String slug, Map<Language, String> files, String hash) {
        if (log.knows(slug, ArticleEvent.What.OFFERED, hash)) {
            return false;
        }
        Map<Language, VersionStore.Text> texts = versions.texts(slug);
        boolean all = true;
        for (var file : files.entrySet()) {
            Optional<VersionStore.Text> text = Optional.ofNullable(texts.get(file.getKey()));
            boolean same =
                    text.filter(now -> now.markdown().equals(file.getValue())).isPresent();
            int base = text.map(VersionStore.Text::since).orElse(0);
            all &= same || opening.open(new ArticleKey(slug, file.getKey()), file.getValue(), base, null, false);
        }
        if (all) {
            log.add(slug, null, ArticleEvent.What.OFFERED, null, hash);
        }
        return all;
    }
}

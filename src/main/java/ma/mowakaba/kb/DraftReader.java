package ma.mowakaba.kb;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import org.springframework.stereotype.Component;

/** Finds drafts, holds them, and shows them with what is wrong in them. */
@Component
class DraftReader {

    private final Drafts drafts;
    private final VersionStore versions;

    DraftReader(Drafts drafts, VersionStore versions) {
        this.drafts = drafts;
        this.versions = versions;
    }

    Optional<StoredDraft> find(ArticleKey at) {
        return drafts.findBySlugAndLanguage(at.slug(), at.language().code());
    }

    /** First of all in a transaction: nobody else decides about it until that ends, and what is read afterwards is what he left. */
    StoredDraft hold(ArticleKey at) {
        return held(at).orElseThrow(() -> Problem.notFound("draft.unknown"));
    }

    Optional<StoredDraft> held(ArticleKey at) {
        return drafts.hold(at.slug(), at.language().code());
    }

    Draft shown(StoredDraft draft) {
        return draft.seenAs(overtaken(draft), faults(draft));
    }

    List<StoredDraft> stored() {
        return drafts.findAll();
    }

    boolean overtaken(StoredDraft draft) {
        return draft.base() != since(draft.key());
    }

    /** @return the version in which the text of the article came to be, 0 when there is none */
    int since(ArticleKey at) {
        Map<Language, VersionStore.Text> texts = versions.texts(at.slug());
        return Optional.ofNullable(texts.get(at.language()))
                .map(VersionStore.Text::since)
                .orElse(0);
    }

    List<ArticleFault> faults(StoredDraft draft) {
        return Manuscript.of(draft.markdown()).faults(draft.key(), versions.slugs());
    }
}

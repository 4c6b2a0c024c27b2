package ma.mowakaba.kb;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.kernel.Language;

/** Puts what is published and what is being written side by side. */
final class Sides {

    private Sides() {}

    static ArticleStock.Standing standing(
            String slug, Map<Language, VersionStore.Text> texts, Map<Language, StoredDraft> drafts) {
        int published = texts.values().stream()
                .mapToInt(VersionStore.Text::published)
                .max()
                .orElse(0);
        Set<Language> stale = published == 0 ? Set.of() : Staleness.of(texts);
        Map<Language, ArticleStock.Side> sides = new EnumMap<>(Language.class);
        texts.forEach((language, text) -> sides.put(
                language,
                side(language, text.markdown(), text.since(), stale.contains(language), drafts.get(language))));
        drafts.forEach((language, draft) ->
                sides.computeIfAbsent(language, _ -> side(language, draft.markdown(), 0, false, draft)));
        return new ArticleStock.Standing(slug, published, sides);
    }

    private static ArticleStock.Side side(
            Language language,
            String markdown,
            int version,
            boolean stale,
            @org.jspecify.annotations.Nullable StoredDraft draft) {
        Manuscript text = Manuscript.of(markdown);
        return new ArticleStock.Side(
                language,
                text.title(),
                text.domain(),
                text.verifiedOn(),
                version,
                stale,
                Optional.ofNullable(draft).map(StoredDraft::progress));
    }
}

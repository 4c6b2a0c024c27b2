package ma.mowakaba.kb;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ma.mowakaba.kernel.Language;

/** The published articles, each in its languages. */
final class Shelf {

    /** An article as it was read, and as others see it. */
    record Entry(ArticleText text, Article article) {}

    private final Map<String, Map<Language, Entry>> entries = new TreeMap<>();

    Shelf(List<Entry> published) {
        for (Entry entry : published) {
            entries.computeIfAbsent(entry.text().slug(), _ -> new EnumMap<>(Language.class))
                    .put(entry.text().language(), entry);
        }
    }

    /** @return in the language, else in the one that its readers understand best */
    Optional<Article> article(String slug, Language language) {
        Map<Language, Entry> languages = entries.getOrDefault(slug, Map.of());
        return preferred(language).stream()
                .filter(languages::containsKey)
                .findFirst()
                .map(languages::get)
                .map(Entry::article);
    }

    /** @return every article once, in the language or the nearest to it */
    List<Article> articles(Language language) {
        return entries.keySet().stream()
                .flatMap(slug -> article(slug, language).stream())
                .sorted(Comparator.comparing(Article::title))
                .toList();
    }

    /** @return per article its texts */
    Map<String, Map<Language, Entry>> entries() {
        return entries;
    }

    /** @return per article its texts, one for each language */
    List<List<ArticleText>> texts() {
        return entries.values().stream()
                .map(languages -> languages.values().stream().map(Entry::text).toList())
                .toList();
    }

    Collection<Entry> languagesOf(String slug) {
        return entries.getOrDefault(slug, Map.of()).values();
    }

    static List<Language> preferred(Language language) {
        return switch (language) {
            case AR, ZGH -> List.of(Language.AR, Language.FR);
            case FR, EN -> List.of(Language.FR, Language.AR);
        };
    }
}

package ma.mowakaba.kb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import ma.mowakaba.kernel.Language;

/** As many articles as are wanted: the sentences of the project's own in another order, each with words that no other has. */
final class ManyArticles {

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final int SENTENCES = 6;
    private static final int OWN_WORDS = 3;

    private final Random random;
    private final List<Map<Language, ArticleText>> originals = new ArrayList<>();
    private final Map<Language, List<String>> sentences;

    ManyArticles(long seed) {
        this.random = new Random(seed);
        Shelves.files()
                .forEach((slug, texts) -> originals.add(Map.of(
                        Language.AR, read(slug, Language.AR, texts), Language.FR, read(slug, Language.FR, texts))));
        this.sentences = Map.of(Language.AR, sentences(Language.AR), Language.FR, sentences(Language.FR));
    }

    private static ArticleText read(String slug, Language language, Map<Language, String> texts) {
        return ArticleReader.read(slug + "/" + language.code() + ".md", texts.getOrDefault(language, ""));
    }

    private List<String> sentences(Language language) {
        return originals.stream()
                .flatMap(texts -> texts.get(language).sections().stream())
                .flatMap(section -> List.of(section.text().split("(?<=[.!?؟])\\s+")).stream())
                .filter(sentence -> sentence.length() > 20)
                .toList();
    }

    /** @return the project's own articles and so many others that there are this many passages at least */
    Shelf shelf(int passages) {
        List<Shelf.Entry> entries = new ArrayList<>();
        int made = 0;
        for (int article = 0; made < passages; article++) {
            Map<Language, ArticleText> original = originals.get(article % originals.size());
            String slug = original.get(Language.FR).slug() + (article < originals.size() ? "" : "-" + article);
            boolean own = article < originals.size();
            for (ArticleText text : original.values()) {
                ArticleText told = own ? text : other(slug, text);
                entries.add(new Shelf.Entry(told, told.at(1, AT)));
            }
            made += original.get(Language.FR).sections().size();
        }
        return new Shelf(entries);
    }

    private ArticleText other(String slug, ArticleText text) {
        List<ArticleText.Section> sections = text.sections().stream()
                .map(section -> new ArticleText.Section(
                        section.anchor(), section.heading(), "", words(text.language()), List.of()))
                .toList();
        return new ArticleText(slug, text.language(), text.head(), sections);
    }

    private String words(Language language) {
        List<String> all = sentences.getOrDefault(language, List.of());
        StringBuilder text = new StringBuilder();
        IntStream.range(0, SENTENCES)
                .forEach(i -> text.append(all.get(random.nextInt(all.size()))).append(' '));
        IntStream.range(0, OWN_WORDS).forEach(i -> text.append(word(language)).append(' '));
        return text.toString();
    }

    private String word(Language language) {
        char first = language == Language.AR ? 'ب' : 'b';
        StringBuilder word = new StringBuilder();
        IntStream.range(0, 8).forEach(i -> word.append((char) (first + random.nextInt(18))));
        return word.toString();
    }
}

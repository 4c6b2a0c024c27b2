package ma.mowakaba.web.workspace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.mowakaba.kb.Article;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.radar.GapRadar;
import org.springframework.stereotype.Component;

/** The passages that answer a text, each with the legal source it leaves with. */
@Component
class Suggestions {

    private static final int SHOWN = 5;

    private final Library library;
    private final GapRadar radar;

    Suggestions(Library library, GapRadar radar) {
        this.library = library;
        this.radar = radar;
    }

    /**
     * A passage fit to be put into an answer.
     *
     * @param source the law it rests on, else where it was published; empty where neither is known
     * @param url of the source, empty where it has none
     */
    record Passage(String slug, Language language, String title, String text, String source, String url) {}

    /**
     * What has no good answer is noted.
     *
     * @throws ma.mowakaba.kernel.Problem UNAVAILABLE while the search engine is away
     */
    List<Passage> answering(GapRadar.Asked asked, Language language) {
        Library.SearchResult found = found(asked.text(), language);
        radar.asked(asked, found);
        return passages(found);
    }

    /** @throws ma.mowakaba.kernel.Problem UNAVAILABLE while the search engine is away */
    List<Passage> near(String text, Language language) {
        return passages(found(text, language));
    }

    private Library.SearchResult found(String text, Language language) {
        return library.search(text, written(language), Optional.empty(), SHOWN);
    }

    private List<Passage> passages(Library.SearchResult found) {
        return found.hits().stream().map(this::passage).toList();
    }

    private Passage passage(Library.Hit hit) {
        Article article = library.article(hit.slug(), hit.language());
        Article.Reference source = Stream.concat(article.legal().stream(), article.sources().stream())
                .findFirst()
                .orElse(new Article.Reference("", ""));
        return new Passage(hit.slug(), hit.language(), hit.title(), hit.passage(), source.text(), source.url());
    }

    /** @return the language articles are written in for somebody who speaks this one */
    static Language written(Language language) {
        return language == Language.FR ? Language.FR : Language.AR;
    }
}

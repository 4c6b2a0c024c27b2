package ma.mowakaba.web.workspace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.mowakaba.kb.Article;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kb.Typeset;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.radar.GapRadar;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

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
     * What the page asks for.
     *
     * @param q what an advisor looks for in his own words
     * @param shown mark of the question that the page answers now; empty where it is asked for the first time
     */
    record Wanted(Optional<String> q, Optional<String> shown) {

        Optional<String> own() {
            return q.filter(text -> !text.isBlank());
        }

        /** @return whether nothing else is to be shown: it is the same question, or an advisor looks for something himself */
        boolean stands(Optional<GapRadar.Asked> asked) {
            return shown.filter(mark -> own().isPresent() || mark.equals(mark(asked)))
                    .isPresent();
        }
    }

    /**
     * Fills the page with what answers, or with what answers an earlier question. What has no good answer is noted.
     *
     * @param asked empty where nobody wrote anything yet
     * @param before thanks, or "and where?", are answered by nothing; what they go back to may be
     */
    void fill(Model model, Optional<GapRadar.Asked> asked, Optional<String> before, Language language) {
        model.addAttribute("asked", mark(asked));
        model.addAttribute("unasked", asked.isEmpty());
        try {
            List<Passage> found =
                    asked.map(question -> answering(question, language)).orElse(List.of());
            List<Passage> earlier = before.filter(question -> found.isEmpty())
                    .map(question -> passages(found(question, language)))
                    .orElse(List.of());
            model.addAttribute("earlier", !earlier.isEmpty());
            model.addAttribute("passages", found.isEmpty() ? earlier : found);
        } catch (Problem away) {
            model.addAttribute("away", true);
        }
    }

    private static String mark(Optional<GapRadar.Asked> asked) {
        return asked.map(one -> Integer.toHexString(one.text().hashCode())).orElse("none");
    }

    private List<Passage> answering(GapRadar.Asked asked, Language language) {
        Library.SearchResult found = found(asked.text(), language);
        radar.asked(asked, found);
        return passages(found);
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
        Typeset typeset = new Typeset(hit.language());
        return new Passage(
                hit.slug(),
                hit.language(),
                typeset.spaced(hit.title()),
                typeset.spaced(hit.passage()),
                typeset.spaced(source.text()),
                source.url());
    }

    /** @return the language articles are written in for somebody who speaks this one */
    static Language written(Language language) {
        return language == Language.FR ? Language.FR : Language.AR;
    }
}

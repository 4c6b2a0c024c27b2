package ma.mowakaba.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ma.mowakaba.kb.Article;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The knowledge base for programs: search, articles, and what routing would decide about a text. */
@RestController
class KnowledgeApi {

    private static final int MOST_HITS = 200;

    private final Library library;

    KnowledgeApi(Library library) {
        this.library = library;
    }

    record Answer(List<HitView> hits, long tookMillis) {}

    record HitView(
            String slug, String lang, String title, String passage, String anchor, String domain, double score) {}

    record ArticleView(
            String slug,
            String lang,
            int version,
            String title,
            String domain,
            String html,
            List<String> steps,
            List<String> documents,
            List<String> deadlines,
            List<String> fees,
            List<Article.Reference> sources,
            LocalDate verifiedOn,
            Instant updatedAt) {}

    /**
     * @param corrections of advisors that the classifier has learned
     * @param generation of all that it could learn; texts may be sorted differently after another one
     */
    record Decision(String domain, String language, double confidence, int corrections, long generation) {}

    /** @param lang of the answer; the language of the page where it is not said */
    @GetMapping("/api/kb/search")
    Answer search(
            @RequestParam String q,
            @RequestParam Optional<String> lang,
            @RequestParam Optional<String> domain,
            @RequestParam(defaultValue = "10") int size,
            Locale locale) {
        if (size < 1 || size > MOST_HITS) {
            throw Problem.invalid("search.size", size);
        }
        Optional<DomainCode> only = domain.filter(code -> !code.isEmpty()).map(DomainCode::new);
        Library.SearchResult found = library.search(q, language(lang, locale), only, size);
        return new Answer(found.hits().stream().map(KnowledgeApi::view).toList(), found.tookMillis());
    }

    @GetMapping("/api/kb/articles/{slug}")
    ArticleView article(@PathVariable String slug, @RequestParam Optional<String> lang, Locale locale) {
        return view(library.article(slug, language(lang, locale)));
    }

    @GetMapping("/api/classify")
    Decision classify(@RequestParam String text) {
        Library.Classification decided = library.classify(text);
        return new Decision(
                decided.domain().value(),
                decided.language().code(),
                decided.confidence(),
                decided.learned().corrections(),
                decided.learned().generation());
    }

    private static Language language(Optional<String> lang, Locale locale) {
        return lang.filter(code -> !code.isEmpty()).map(Language::of).orElseGet(() -> Language.of(locale));
    }

    private static HitView view(Library.Hit hit) {
        return new HitView(
                hit.slug(),
                hit.language().code(),
                hit.title(),
                hit.passage(),
                hit.anchor(),
                hit.domain().value(),
                hit.score());
    }

    private static ArticleView view(Article article) {
        return new ArticleView(
                article.slug(),
                article.language().code(),
                article.version(),
                article.title(),
                article.domain().value(),
                article.html(),
                article.steps(),
                article.documents(),
                article.deadlines(),
                article.fees(),
                article.sources(),
                article.verifiedOn(),
                article.updatedAt());
    }
}

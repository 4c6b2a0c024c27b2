package ma.mowakaba.web.help;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ma.mowakaba.kb.Article;
import ma.mowakaba.kb.ArticleSummary;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kb.Typeset;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.web.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The knowledge base for everybody: first page, search, article. Works without JavaScript, and is the same for everybody. */
@Controller
class HelpPages {

    private final Library library;
    private final HelpSearch search;
    private final Addresses addresses;
    private final StructuredData data;

    HelpPages(Library library, HelpSearch search, Addresses addresses, StructuredData data) {
        this.library = library;
        this.search = search;
        this.addresses = addresses;
        this.data = data;
    }

    /** A subject with its articles. */
    record Shelf(String code, String label, List<ArticleSummary> articles) {}

    /** Where a reader of any language begins. */
    @GetMapping("/help")
    ResponseEntity<Void> front(
            @RequestParam(defaultValue = "") String q, @RequestParam Optional<String> lang, Words words) {
        Language read = Addresses.nearest(lang.map(Language::of).orElse(words.language()));
        return moved(HttpStatus.TEMPORARY_REDIRECT, Addresses.home(read, q.strip()));
    }

    /** The first page of a language; or an article by its name alone, as links were before the language was a part of them. */
    @GetMapping("/help/{name}")
    Object named(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<String> lang,
            HttpServletRequest request,
            Model model,
            Words words) {
        if (Addresses.written(name)) {
            if (q.isBlank()) {
                return home(Language.of(name), model, words);
            }
            model.addAttribute("answer", search.ask(q.strip(), request.getRemoteAddr(), Language.of(name), words));
            return results(q.strip(), model, words);
        }
        Language read = Addresses.nearest(lang.map(Language::of).orElse(words.language()));
        Article article = library.article(name, read);
        return moved(
                lang.isPresent() ? HttpStatus.MOVED_PERMANENTLY : HttpStatus.TEMPORARY_REDIRECT,
                Addresses.article(article.language(), article.slug()));
    }

    /** @param told what the reader has just told about it, if anything */
    @GetMapping("/help/{code}/{slug}")
    Object article(
            @PathVariable String code,
            @PathVariable String slug,
            @RequestParam Optional<Boolean> told,
            Model model,
            Words words) {
        if (!Addresses.written(code)) {
            throw Problem.notFound("article.unknown", slug);
        }
        Article article = library.article(slug, Language.of(code));
        if (!article.language().code().equals(code)) {
            return moved(HttpStatus.TEMPORARY_REDIRECT, Addresses.article(article.language(), slug));
        }
        model.addAttribute("article", article);
        model.addAttribute("related", related(article));
        told.ifPresent(helped -> model.addAttribute("told", helped));
        return shown(
                "help/article",
                new Head(
                        article.language(),
                        article.title(),
                        article.summary(),
                        addresses.whole(Addresses.article(article.language(), slug)),
                        addresses.alternates("/" + slug),
                        "article",
                        data.article(article, words)),
                model);
    }

    private String home(Language language, Model model, Words words) {
        model.addAttribute("q", "");
        model.addAttribute("shelves", shelves(language, words));
        return shown(
                "help/home",
                new Head(
                        language,
                        words.say("web.help.title"),
                        words.say("web.door.text"),
                        addresses.whole(Addresses.home(language, "")),
                        addresses.alternates(""),
                        "website",
                        data.home(language, words)),
                model);
    }

    private String results(String q, Model model, Words words) {
        model.addAttribute("q", q);
        return shown(
                "help/results",
                new Head(words.language(), words.say("web.help.found"), "", "", List.of(), "website", ""),
                model);
    }

    private static String shown(String view, Head head, Model model) {
        model.addAttribute("head", head);
        model.addAttribute("t", new Typeset(head.language()));
        return view;
    }

    private List<ArticleSummary> related(Article article) {
        Map<String, ArticleSummary> published = library.published(article.language()).stream()
                .collect(Collectors.toMap(ArticleSummary::slug, one -> one, (one, other) -> one));
        return article.related().stream()
                .filter(published::containsKey)
                .map(published::get)
                .toList();
    }

    private List<Shelf> shelves(Language language, Words words) {
        List<Shelf> shelves = new ArrayList<>();
        List<ArticleSummary> all = library.published(language);
        for (Words.Choice domain : words.domains()) {
            List<ArticleSummary> own = all.stream()
                    .filter(article -> article.domain().value().equals(domain.value()))
                    .toList();
            if (!own.isEmpty()) {
                shelves.add(new Shelf(domain.value(), domain.label(), own));
            }
        }
        return shelves;
    }

    private static ResponseEntity<Void> moved(HttpStatus status, String where) {
        return ResponseEntity.status(status)
                .location(URI.create(where))
                .header(HttpHeaders.VARY, "Accept-Language, Cookie")
                .build();
    }
}

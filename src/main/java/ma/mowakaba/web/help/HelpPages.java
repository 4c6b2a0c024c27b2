package ma.mowakaba.web.help;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ma.mowakaba.kb.Article;
import ma.mowakaba.kb.ArticleSummary;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The knowledge base for everybody: list, search, article. Works without JavaScript. */
@Controller
class HelpPages {

    private static final int HITS = 12;

    private final Library library;

    HelpPages(Library library) {
        this.library = library;
    }

    @GetMapping("/help")
    String list(@RequestParam(defaultValue = "") String q, Model model, Words words) {
        Language language = written(words.language());
        model.addAttribute("q", q.strip());
        if (!q.isBlank()) {
            search(q, language, model);
        } else {
            model.addAttribute("domains", byDomain(language, words));
        }
        return "help/list";
    }

    @GetMapping("/help/{slug}")
    String article(@PathVariable String slug, @RequestParam Optional<String> lang, Model model, Words words) {
        Language language = written(lang.map(Language::of).orElse(words.language()));
        Article article = library.article(slug, language);
        Map<String, String> titles = library.published(language).stream()
                .collect(Collectors.toMap(ArticleSummary::slug, ArticleSummary::title, (a, b) -> a));
        model.addAttribute("article", article);
        model.addAttribute(
                "related",
                article.related().stream()
                        .filter(titles::containsKey)
                        .map(other -> new Words.Choice(other, titles.getOrDefault(other, other)))
                        .toList());
        return "help/article";
    }

    private void search(String q, Language language, Model model) {
        try {
            model.addAttribute(
                    "hits", library.search(q, language, Optional.empty(), HITS).hits());
        } catch (Problem away) {
            model.addAttribute("away", true);
            model.addAttribute("hits", List.of());
        }
    }

    private Map<String, List<ArticleSummary>> byDomain(Language language, Words words) {
        Map<String, List<ArticleSummary>> found = new LinkedHashMap<>();
        List<ArticleSummary> all = library.published(language);
        for (Words.Choice domain : words.domains()) {
            List<ArticleSummary> own = all.stream()
                    .filter(article -> article.domain().value().equals(domain.value()))
                    .toList();
            if (!own.isEmpty()) {
                found.put(domain.label(), own);
            }
        }
        return found;
    }

    private static Language written(Language language) {
        return language == Language.FR ? Language.FR : Language.AR;
    }
}

package ma.mowakaba.web.kb;

import java.util.Optional;
import ma.mowakaba.kb.Approval;
import ma.mowakaba.kb.Article;
import ma.mowakaba.kb.ArticleKey;
import ma.mowakaba.kb.ArticleStock;
import ma.mowakaba.kb.Typeset;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An article in one language: its versions, what differs between them, how readers see it, and whether it still holds. */
@Controller
@RequestMapping("/articles/{slug}/{language:ar|fr}")
class ArticlePages {

    private final ArticleStock stock;
    private final Approval approval;
    private final ArticlePage page;

    ArticlePages(ArticleStock stock, Approval approval, ArticlePage page) {
        this.stock = stock;
        this.approval = approval;
        this.page = page;
    }

    @GetMapping
    String article(@PathVariable String slug, @PathVariable String language, Model model, Advisor me, Words words) {
        return page.fill(key(slug, language), model, me, words);
    }

    /** @param to empty for the draft */
    @GetMapping("/differences")
    String differences(
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam int from,
            @RequestParam Optional<Integer> to,
            Model model) {
        ArticleKey at = key(slug, language);
        model.addAttribute("at", at);
        model.addAttribute("from", from);
        model.addAttribute("to", to.orElse(0));
        model.addAttribute("differences", stock.differences(at, from, to));
        return "editor/differences";
    }

    /** @param version empty for the draft */
    @GetMapping("/preview")
    String preview(
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam Optional<Integer> version,
            Model model) {
        ArticleKey at = key(slug, language);
        Article article = stock.preview(at, version);
        model.addAttribute("at", at);
        model.addAttribute("article", article);
        model.addAttribute("ofDraft", version.isEmpty());
        model.addAttribute("t", new Typeset(article.language()));
        return "editor/preview";
    }

    @PutMapping("/confirmation")
    String confirm(@PathVariable String slug, @PathVariable String language, Model model, Advisor me, Words words) {
        ArticleKey at = key(slug, language);
        approval.confirm(at, ArticlePage.editor(me));
        return page.fill(at, model, me, words);
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam String reason,
            Model model,
            Advisor me,
            Words words) {
        approval.withdraw(slug, reason, ArticlePage.editor(me));
        return page.fill(key(slug, language), model, me, words);
    }

    static ArticleKey key(String slug, String language) {
        return new ArticleKey(slug, Language.of(language));
    }
}

package ma.mowakaba.web.kb;

import ma.mowakaba.kb.ArticleKey;
import ma.mowakaba.kb.ArticleStock;
import ma.mowakaba.kb.Draft;
import ma.mowakaba.kb.Editing;
import ma.mowakaba.kb.EditorId;
import ma.mowakaba.kb.Manuscript;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing: the form of a draft, which keeps itself, and what to do when two wrote at once. */
@Controller
@RequestMapping("/articles/{slug}/{language:ar|fr}/draft")
class DraftPages {

    private final Editing editing;
    private final ArticleStock stock;
    private final ArticleScreen screen;
    private final ArticlePage page;
    private final MoroccanTime time;

    DraftPages(Editing editing, ArticleStock stock, ArticleScreen screen, ArticlePage page, MoroccanTime time) {
        this.editing = editing;
        this.stock = stock;
        this.screen = screen;
        this.page = page;
        this.time = time;
    }

    @PostMapping
    String open(@PathVariable String slug, @PathVariable String language, Advisor me, Words words) {
        ArticleKey at = ArticlePages.key(slug, language);
        String domain = stock.of(slug).sides().values().iterator().next().domain();
        String overview = words.in(at.language()).say("editor.part.overview");
        editing.open(at, Manuscript.blank(domain, time.date(), overview), ArticlePage.editor(me));
        return "redirect:/articles/" + slug + "/" + language + "/draft";
    }

    @GetMapping
    String form(@PathVariable String slug, @PathVariable String language, Model model, Advisor me, Words words) {
        ArticleKey at = ArticlePages.key(slug, language);
        Draft draft = editing.get(at);
        EditorId editor = ArticlePage.editor(me);
        kept(new Editing.Kept(draft, editing.aside(at, editor).isPresent()), model);
        model.addAttribute("domains", ArticleRows.domains(draft.text().domain(), words));
        return "editor/draft";
    }

    /** @return only what the form says about itself */
    @PutMapping
    String keep(
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam long revision,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            Advisor me) {
        ArticleKey at = ArticlePages.key(slug, language);
        Editing.Kept kept = editing.keep(at, revision, new DraftForm(fields).manuscript(), ArticlePage.editor(me));
        kept(kept, model);
        model.addAttribute("revision", kept.aside() ? revision : kept.draft().revision());
        return "editor/kept";
    }

    @DeleteMapping
    String discard(
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam long revision,
            Model model,
            Advisor me,
            Words words) {
        ArticleKey at = ArticlePages.key(slug, language);
        editing.discard(at, revision, ArticlePage.editor(me));
        return stock.all().stream().anyMatch(article -> article.slug().equals(slug))
                ? page.fill(at, model, me, words)
                : "editor/gone";
    }

    @GetMapping("/aside")
    String aside(@PathVariable String slug, @PathVariable String language, Model model, Advisor me) {
        ArticleKey at = ArticlePages.key(slug, language);
        kept(new Editing.Kept(editing.get(at), true), model);
        model.addAttribute("differences", stock.aside(at, ArticlePage.editor(me)));
        return "editor/aside";
    }

    /** @param mine whether the text kept aside takes the draft's place, or goes */
    @PostMapping("/aside")
    String settle(
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam long revision,
            @RequestParam boolean mine,
            Advisor me) {
        editing.settle(ArticlePages.key(slug, language), revision, mine, ArticlePage.editor(me));
        return "redirect:/articles/" + slug + "/" + language + "/draft";
    }

    private void kept(Editing.Kept kept, Model model) {
        model.addAttribute("at", kept.draft().key());
        model.addAttribute("draft", kept.draft());
        model.addAttribute("revision", kept.draft().revision());
        model.addAttribute("aside", kept.aside());
        model.addAttribute("changedBy", screen.changedBy(kept.draft()));
    }
}

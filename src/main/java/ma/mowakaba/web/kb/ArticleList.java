package ma.mowakaba.web.kb;

import ma.mowakaba.kb.ArticleKey;
import ma.mowakaba.kb.ArticleStock;
import ma.mowakaba.kb.Editing;
import ma.mowakaba.kb.Manuscript;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an editor starts: what waits for somebody, and every article. */
@Controller
class ArticleList {

    private final ArticleRows rows;
    private final ArticleListPage page;
    private final ArticleStock stock;
    private final Editing editing;
    private final MoroccanTime time;

    ArticleList(ArticleRows rows, ArticleListPage page, ArticleStock stock, Editing editing, MoroccanTime time) {
        this.rows = rows;
        this.page = page;
        this.stock = stock;
        this.editing = editing;
        this.time = time;
    }

    /** @param choose {@code all} where every text in review that the viewer may publish is chosen already */
    @GetMapping("/articles")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String domain,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String choose,
            Model model,
            Advisor me,
            Words words) {
        model.addAttribute("allChosen", choose.equals("all"));
        ArticleRows.Asked asked = new ArticleRows.Asked(q, domain, Condition.of(state));
        return page.fill(asked, rows.all(ArticlePage.editor(me)), model, words);
    }

    @GetMapping("/articles/new")
    String blank() {
        return "editor/new";
    }

    @PostMapping("/articles")
    String begin(
            @RequestParam String slug,
            @RequestParam String language,
            @RequestParam String domain,
            Advisor me,
            Words words) {
        ArticleKey at = new ArticleKey(slug.strip(), Language.of(language));
        if (stock.has(at)) {
            throw Problem.conflict("article.taken", at.slug());
        }
        String overview = words.in(at.language()).say("editor.part.overview");
        editing.open(at, Manuscript.blank(domain, time.date(), overview), ArticlePage.editor(me));
        return "redirect:/articles/" + at.slug() + "/" + at.language().code() + "/draft";
    }
}

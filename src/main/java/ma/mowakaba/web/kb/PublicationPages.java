package ma.mowakaba.web.kb;

import java.util.List;
import java.util.Optional;
import ma.mowakaba.kb.Approval;
import ma.mowakaba.kb.EditorId;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Publishes several texts in review at once; the answer is the list as it is then, with what became of each. */
@Controller
@RequestMapping("/articles/publications")
class PublicationPages {

    private final Approval approval;
    private final ArticleRows rows;
    private final ArticleListPage page;

    PublicationPages(Approval approval, ArticleRows rows, ArticleListPage page) {
        this.approval = approval;
        this.rows = rows;
        this.page = page;
    }

    /** For whoever loads the answer again. */
    @GetMapping
    String list() {
        return "redirect:/articles?state=" + Condition.REVIEW.code();
    }

    /** @param chosen as {@link InReview#value} has them; @param q as the list was searched, like {@code domain} */
    @PostMapping
    String publish(
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String domain,
            Model model,
            Advisor me,
            Words words) {
        EditorId editor = ArticlePage.editor(me);
        List<Approval.Outcome> outcomes =
                approval.publishEach(chosen.stream().map(InReview::seen).toList(), editor);
        List<ArticleRows.Row> all = rows.all(editor);
        model.addAttribute("told", PublicationReport.of(outcomes, all, words));
        return page.fill(new ArticleRows.Asked(q, domain, Optional.of(Condition.REVIEW)), all, model, words);
    }
}

package ma.mowakaba.web.kb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.mowakaba.kb.ArticleKey;
import ma.mowakaba.kb.Editing;
import ma.mowakaba.kb.EditorId;
import ma.mowakaba.kb.Manuscript;
import ma.mowakaba.kernel.Language;
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
    private final Editing editing;
    private final MoroccanTime time;

    ArticleList(ArticleRows rows, Editing editing, MoroccanTime time) {
        this.rows = rows;
        this.editing = editing;
        this.time = time;
    }

    @GetMapping("/articles")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String domain,
            @RequestParam(defaultValue = "") String state,
            Model model,
            Words words) {
        ArticleRows.Asked asked = new ArticleRows.Asked(q, domain, Condition.of(state));
        List<ArticleRows.Row> all = rows.all();
        List<ArticleRows.Row> found = all.stream().filter(asked::matches).toList();
        model.addAttribute("asked", asked);
        model.addAttribute("conditions", Condition.values());
        model.addAttribute("waits", waits(all));
        model.addAttribute("count", found.size());
        model.addAttribute("domains", rows.byDomain(found, words));
        model.addAttribute("none", all.isEmpty());
        return "editor/list";
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
        String overview = words.in(at.language()).say("editor.part.overview");
        editing.open(
                at,
                Manuscript.blank(domain, time.date(), overview),
                new EditorId(me.id().value()));
        return "redirect:/articles/" + at.slug() + "/" + at.language().code() + "/draft";
    }

    /** @return how many articles are in a condition that waits for somebody; the others are left out */
    private static Map<String, Long> waits(List<ArticleRows.Row> all) {
        Map<String, Long> waits = new LinkedHashMap<>();
        for (Condition condition :
                List.of(Condition.REVIEW, Condition.DRAFT, Condition.SCHEDULED, Condition.STALE, Condition.BROKEN)) {
            long count = all.stream()
                    .filter(row -> row.conditions().contains(condition))
                    .count();
            if (count > 0) {
                waits.put(condition.code(), count);
            }
        }
        return waits;
    }
}

package ma.mowakaba.web.kb;

import java.time.LocalDateTime;
import ma.mowakaba.kb.Approval;
import ma.mowakaba.kb.Approval.Seen;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.web.Words;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Deciding about a draft; the answer is the page of its article as it is then. */
@Controller
@RequestMapping("/articles/{slug}/{language:ar|fr}/draft")
class ReviewPages {

    private final Approval approval;
    private final ArticlePage page;
    private final MoroccanTime time;

    ReviewPages(Approval approval, ArticlePage page, MoroccanTime time) {
        this.approval = approval;
        this.page = page;
        this.time = time;
    }

    @ModelAttribute("seen")
    Seen seen(@PathVariable String slug, @PathVariable String language, @RequestParam long revision) {
        return new Seen(ArticlePages.key(slug, language), revision);
    }

    @PutMapping("/review")
    String submit(
            @ModelAttribute(name = "seen", binding = false) Seen seen,
            @RequestParam(defaultValue = "false") boolean same,
            Model model,
            Advisor me,
            Words words) {
        approval.submit(seen.at(), seen.revision(), same, ArticlePage.editor(me));
        return page.fill(seen.at(), model, me, words);
    }

    @PostMapping("/return")
    String sendBack(
            @ModelAttribute(name = "seen", binding = false) Seen seen,
            @RequestParam String reason,
            Model model,
            Advisor me,
            Words words) {
        approval.sendBack(seen.at(), seen.revision(), reason, ArticlePage.editor(me));
        return page.fill(seen.at(), model, me, words);
    }

    @PostMapping("/publication")
    String publish(@ModelAttribute(name = "seen", binding = false) Seen seen, Model model, Advisor me, Words words) {
        model.addAttribute("told", approval.publish(seen.at(), seen.revision(), ArticlePage.editor(me)));
        return page.fill(seen.at(), model, me, words);
    }

    /** @param when as clocks in Morocco show it */
    @PutMapping("/schedule")
    String schedule(
            @ModelAttribute(name = "seen", binding = false) Seen seen,
            @RequestParam @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime when,
            Model model,
            Advisor me,
            Words words) {
        approval.schedule(seen.at(), seen.revision(), time.instant(when), ArticlePage.editor(me));
        return page.fill(seen.at(), model, me, words);
    }

    @DeleteMapping("/schedule")
    String unschedule(@ModelAttribute(name = "seen", binding = false) Seen seen, Model model, Advisor me, Words words) {
        approval.unschedule(seen.at(), seen.revision(), ArticlePage.editor(me));
        return page.fill(seen.at(), model, me, words);
    }

    /** The draft's text stays, whatever was published since it was begun. */
    @PutMapping("/base")
    String rebase(@ModelAttribute(name = "seen", binding = false) Seen seen, Model model, Advisor me, Words words) {
        approval.rebase(seen.at(), seen.revision(), ArticlePage.editor(me));
        return page.fill(seen.at(), model, me, words);
    }
}

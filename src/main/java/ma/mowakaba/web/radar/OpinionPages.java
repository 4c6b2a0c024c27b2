package ma.mowakaba.web.radar;

import java.util.List;
import ma.mowakaba.kb.Opinions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What readers think of the articles, version by version, and in their own words. */
@Controller
class OpinionPages {

    private final Opinions opinions;

    OpinionPages(Opinions opinions) {
        this.opinions = opinions;
    }

    @GetMapping("/editor/opinions")
    String all(Model model) {
        model.addAttribute("verdicts", opinions.verdicts());
        return "radar/opinions";
    }

    @GetMapping("/editor/opinions/{slug}")
    String words(@PathVariable String slug, Model model) {
        List<Opinions.Verdict> its = opinions.verdicts().stream()
                .filter(verdict -> verdict.slug().equals(slug))
                .toList();
        model.addAttribute("slug", slug);
        model.addAttribute(
                "about",
                its.stream()
                        .map(Opinions.Verdict::title)
                        .filter(title -> !title.isEmpty())
                        .findFirst()
                        .orElse(slug));
        model.addAttribute("verdicts", its);
        model.addAttribute("said", opinions.said(slug));
        return "radar/said";
    }
}

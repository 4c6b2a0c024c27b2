package ma.mowakaba.web.kb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the list of articles; publishing several is answered with it. */
@Component
class ArticleListPage {

    private final ArticleRows rows;

    ArticleListPage(ArticleRows rows) {
        this.rows = rows;
    }

    String fill(ArticleRows.Asked asked, List<ArticleRows.Row> all, Model model, Words words) {
        List<ArticleRows.Row> found = all.stream().filter(asked::matches).toList();
        boolean choosing = asked.condition().filter(Condition.REVIEW::equals).isPresent();
        model.addAttribute("asked", asked);
        model.addAttribute("conditions", Condition.values());
        model.addAttribute("waits", waits(all));
        model.addAttribute("count", found.size());
        model.addAttribute("domains", rows.byDomain(found, words));
        model.addAttribute("none", all.isEmpty());
        model.addAttribute("choosing", choosing);
        model.addAttribute("publishable", choosing ? publishable(found) : 0);
        return "editor/list";
    }

    /** @return how many texts the viewer may choose */
    private static long publishable(List<ArticleRows.Row> found) {
        return found.stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell.review().stream())
                .filter(Predicate.not(InReview::own))
                .count();
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

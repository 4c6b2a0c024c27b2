package ma.mowakaba.web.radar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kb.Article;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kb.RuleChanges;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.ticket.Told;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What did we tell them, and is it still true? The articles whose rule changed, the cases that were told the old one, and telling them again. */
@Controller
@RequestMapping("/editor/told")
class ToldPages {

    private static final int LONGEST = 365;

    private final RuleChanges changes;
    private final Library library;
    private final Told told;
    private final Renewals renewals;
    private final Clock clock;

    ToldPages(RuleChanges changes, Library library, Told told, Renewals renewals, Clock clock) {
        this.changes = changes;
        this.library = library;
        this.told = told;
        this.renewals = renewals;
        this.clock = clock;
    }

    /** @param open cases that were not told again yet; @param done those that were */
    record Row(String slug, Article article, RuleChanges.History history, long open, long done) {}

    /** What became of the cases that were to be told again. */
    record Outcome(int told, int before, int unreachable) {}

    @GetMapping
    String all(@RequestParam(defaultValue = "90") int days, Model model, Words words) {
        model.addAttribute("days", days(days));
        model.addAttribute(
                "rows",
                changes.all().stream().map(history -> row(history, days, words)).toList());
        return "radar/told";
    }

    @GetMapping("/{slug}")
    String one(@PathVariable String slug, @RequestParam(defaultValue = "90") int days, Model model, Words words) {
        RuleChanges.History history = changes.of(slug);
        Language language = words.language();
        Article now = library.article(slug, language);
        model.addAttribute("days", days(days));
        model.addAttribute("article", now);
        model.addAttribute("history", history);
        model.addAttribute("toldCases", cases(history, days));
        model.addAttribute(
                "differences",
                history.stillTrue() > 1
                        ? Differences.between(library.article(slug, language, history.stillTrue() - 1), now)
                        : List.of());
        return "radar/told-one";
    }

    @PutMapping("/{slug}/versions/{version}")
    String mark(
            @PathVariable String slug,
            @PathVariable int version,
            @RequestParam boolean changed,
            Model model,
            Advisor viewer,
            Words words) {
        changes.mark(slug, version, changed, viewer.username());
        return one(slug, 90, model, words);
    }

    /**
     * Each case in a transaction of its own: what was done stays done when one of them cannot be told.
     *
     * @param cases those that were chosen
     * @param only the one whose own button was pressed, whatever else is chosen
     */
    @PostMapping("/{slug}/recontacts")
    String recontact(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") List<UUID> cases,
            @RequestParam Optional<UUID> only,
            @RequestParam String how,
            @RequestParam(defaultValue = "90") int days,
            Model model,
            Advisor viewer,
            Words words) {
        Told.How way = how.equals("sent") ? Told.How.SENT : Told.How.DRAFTED;
        List<UUID> chosen = only.map(List::of).orElse(cases);
        int[] counted = new int[3];
        cases(changes.of(slug), days).stream()
                .filter(one -> chosen.contains(one.id().value()))
                .forEach(one -> counted[tell(one, slug, way, viewer, words)]++);
        model.addAttribute("outcome", new Outcome(counted[0], counted[1], counted[2]));
        return one(slug, days, model, words);
    }

    private int tell(Told.ToldCase one, String slug, Told.How how, Advisor viewer, Words words) {
        try {
            return told.recontact(one.id(), renewals.of(one, slug, how, words), viewer.id()) ? 0 : 1;
        } catch (Problem refused) {
            if (refused.subject().equals("ticket.no-mail")) {
                return 2;
            }
            throw refused;
        }
    }

    private Row row(RuleChanges.History history, int days, Words words) {
        List<Told.ToldCase> cases = cases(history, days);
        long done = cases.stream()
                .map(Told.ToldCase::done)
                .filter(Optional::isPresent)
                .count();
        return new Row(
                history.slug(), library.article(history.slug(), words.language()), history, cases.size() - done, done);
    }

    private List<Told.ToldCase> cases(RuleChanges.History history, int days) {
        Instant since = clock.instant().minus(Duration.ofDays(days(days)));
        return history.stillTrue() > 1 ? told.cases(history.slug(), history.stillTrue(), since) : List.of();
    }

    private static int days(int days) {
        return Math.clamp(days, 1, LONGEST);
    }
}

package ma.mowakaba.web.radar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import ma.mowakaba.kb.Lessons;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Role;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.SortedCases;
import ma.mowakaba.ticket.TicketId;
import ma.mowakaba.ticket.TicketNumber;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How well texts are sorted into domains, what advisors corrected, and what the sorting learned from it. */
@Controller
@RequestMapping("/editor/sorting")
class SortingPages {

    private final Lessons lessons;
    private final SortedCases sorted;
    private final Helpdesk helpdesk;

    SortingPages(Lessons lessons, SortedCases sorted, Helpdesk helpdesk) {
        this.lessons = lessons;
        this.sorted = sorted;
        this.helpdesk = helpdesk;
    }

    /** @param share in percent, empty while nobody has looked at any; @param bar 0 to 100, to be seen */
    record Row(String label, int cases, int unsure, int moved, int kept, String share, int bar) {}

    /** @param number empty when the case is gone */
    record Case(Lessons.Recent recent, Optional<TicketNumber> number) {}

    @GetMapping
    String page(Model model, Advisor viewer, Words words) {
        Lessons.Overview overview = lessons.overview();
        model.addAttribute("overview", overview);
        model.addAttribute("leads", viewer.is(Role.SUPERVISOR) || viewer.is(Role.ADMINISTRATOR));
        model.addAttribute("weeks", weeks(words));
        model.addAttribute("bands", bands(words));
        model.addAttribute("corrected", cases(overview.recent()));
        return "radar/sorting";
    }

    /** Learns now what was corrected, without waiting for the next time. */
    @PostMapping("/rounds")
    String look(Model model, Advisor viewer, Words words) {
        sorted.refresh();
        lessons.refresh();
        return page(model, viewer, words);
    }

    @PutMapping("/learning")
    String learn(@RequestParam boolean on, Model model, Advisor viewer, Words words) {
        lessons.learn(on, viewer.username());
        lessons.refresh();
        return page(model, viewer, words);
    }

    @DeleteMapping("/lessons/{source}")
    String drop(@PathVariable UUID source, Model model, Advisor viewer, Words words) {
        lessons.drop(source, viewer.username());
        lessons.refresh();
        return page(model, viewer, words);
    }

    private List<Row> weeks(Words words) {
        return sorted.weeks().stream()
                .map(week -> new Row(
                        words.day(week.monday()),
                        week.cases(),
                        week.unsure(),
                        week.moved(),
                        week.kept(),
                        percent(week.right(), words),
                        bar(week.right())))
                .toList();
    }

    private List<Row> bands(Words words) {
        return sorted.bands().stream()
                .filter(band -> band.cases() > 0)
                .map(band -> new Row(
                        label(band, words),
                        band.cases(),
                        0,
                        band.moved(),
                        band.kept(),
                        percent(band.right(), words),
                        bar(band.right())))
                .toList();
    }

    private static String label(SortedCases.Band band, Words words) {
        return band.from() == 0
                ? words.say("radar.sorting.unsure")
                : words.say("radar.sorting.band", Math.round(100 * band.from()), Math.round(100 * band.to()));
    }

    private static String percent(OptionalDouble share, Words words) {
        return share.isPresent() ? words.percent(share.getAsDouble()) : "";
    }

    private static int bar(OptionalDouble share) {
        return (int) Math.round(100 * share.orElse(0));
    }

    private List<Case> cases(List<Lessons.Recent> recent) {
        Map<TicketId, TicketNumber> numbers = helpdesk.numbers(
                recent.stream().map(one -> new TicketId(one.source())).toList());
        return recent.stream()
                .map(one -> new Case(one, Optional.ofNullable(numbers.get(new TicketId(one.source())))))
                .toList();
    }
}

package ma.mowakaba.web.supervisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.metrics.Scoreboard;
import ma.mowakaba.metrics.Scoreboard.CountedContact;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Why a figure of today is what it is: exactly the contacts it counts, a page at a time, each with its case. */
@Controller
class BehindFigure {

    private static final int PAGE = 100;

    private final TodayPart today;
    private final Scoreboard scoreboard;
    private final Helpdesk helpdesk;

    BehindFigure(TodayPart today, Scoreboard scoreboard, Helpdesk helpdesk) {
        this.today = today;
        this.scoreboard = scoreboard;
        this.helpdesk = helpdesk;
    }

    /** The figure and the row of the table it stands in; the whole channel where domain and language are empty. */
    record Cell(String figure, String channel, Optional<String> domain, Optional<String> in) {

        Channel wanted() {
            return Channel.valueOf(channel.toUpperCase(Locale.ROOT));
        }

        Scoreboard.Figure counted() {
            return switch (figure) {
                case "offered" -> Scoreboard.Figure.OFFERED;
                case "answered" -> Scoreboard.Figure.ANSWERED;
                case "abandoned" -> Scoreboard.Figure.ABANDONED;
                case "waiting" -> Scoreboard.Figure.WAITING_NOW;
                default -> throw Problem.invalid("figure.unknown");
            };
        }
    }

    /** @param number of its case, empty where it has none */
    record Row(CountedContact contact, String number) {}

    @GetMapping("/wallboard/contacts")
    String contacts(Cell cell, @RequestParam(defaultValue = "0") int from, Model model, Words words) {
        List<CountedContact> counted = all(cell);
        int first = Math.clamp(from, 0, counted.size());
        int end = Math.min(first + PAGE, counted.size());
        model.addAttribute("cell", cell);
        model.addAttribute(
                "domain",
                cell.domain().map(code -> words.domain(new DomainCode(code))).orElse(""));
        model.addAttribute(
                "tongue", cell.in().map(code -> words.tongue(Language.of(code))).orElse(""));
        model.addAttribute("total", counted.size());
        model.addAttribute("next", end < counted.size() ? end : 0);
        model.addAttribute(
                "rows", counted.subList(first, end).stream().map(this::row).toList());
        return "supervisor/contacts";
    }

    private Row row(CountedContact one) {
        return new Row(
                one,
                helpdesk.ofContact(one.contact())
                        .map(ticket -> ticket.number().value())
                        .orElse(""));
    }

    private List<CountedContact> all(Cell cell) {
        Scoreboard.Question question = question(cell);
        var counted = new Scoreboard.Counted(cell.counted(), Optional.empty());
        List<CountedContact> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<CountedContact> page = scoreboard.contacts(question, counted, new Page.Request(cursor, 200));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        return all;
    }

    private Scoreboard.Question question(Cell cell) {
        Scoreboard.Question day = today.question(Scoreboard.Interval.TOTAL, Optional.of(cell.wanted()));
        return new Scoreboard.Question(
                day.from(),
                day.to(),
                day.interval(),
                cell.domain().map(DomainCode::new),
                cell.in().map(Language::of),
                day.channel());
    }
}

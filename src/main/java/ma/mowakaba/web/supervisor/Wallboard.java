package ma.mowakaba.web.supervisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.metrics.Scoreboard;
import ma.mowakaba.metrics.Scoreboard.CountedContact;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Role;
import ma.mowakaba.web.Words;
import ma.mowakaba.web.live.SharedPart;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The supervisor's wallboard, and the contacts behind each figure on it. An observer sees numbers and no names. */
@Controller
class Wallboard {

    private final List<SharedPart> numbers;
    private final List<SharedPart> names;
    private final TodayPart today;
    private final Scoreboard scoreboard;

    Wallboard(NowPart now, TodayPart today, NamedParts named, Scoreboard scoreboard) {
        this.numbers = List.of(now, today);
        this.names = named.parts();
        this.today = today;
        this.scoreboard = scoreboard;
    }

    @GetMapping("/wallboard")
    String wallboard(Model model, Advisor viewer, Words words) {
        numbers.forEach(part -> model.addAttribute(part.name(), part.content(words)));
        if (viewer.is(Role.SUPERVISOR) || viewer.is(Role.ADMINISTRATOR)) {
            names.forEach(part -> model.addAttribute(part.name(), part.content(words)));
        }
        return "supervisor/wallboard";
    }

    /** Why a figure of today is what it is: exactly the contacts it counts. */
    @GetMapping("/wallboard/contacts")
    String contacts(
            @RequestParam String figure,
            @RequestParam String channel,
            @RequestParam Optional<String> domain,
            @RequestParam("in") Optional<String> language,
            Model model,
            Words words) {
        Channel wanted = Channel.valueOf(channel.toUpperCase(Locale.ROOT));
        Predicate<CountedContact> counted = counts(figure)
                .and(one -> domain.isEmpty() || one.domain().equals(new DomainCode(domain.get())))
                .and(one -> language.isEmpty() || one.language() == Language.of(language.get()));
        model.addAttribute("figure", figure);
        model.addAttribute("channel", channel);
        model.addAttribute(
                "domain", domain.map(code -> words.domain(new DomainCode(code))).orElse(""));
        model.addAttribute(
                "tongue", language.map(code -> words.tongue(Language.of(code))).orElse(""));
        model.addAttribute("contacts", all(wanted).stream().filter(counted).toList());
        return "supervisor/contacts";
    }

    private static Predicate<CountedContact> counts(String figure) {
        return switch (figure) {
            case "offered" -> one -> true;
            case "answered" -> CountedContact::answered;
            case "abandoned" -> CountedContact::abandoned;
            case "waiting" -> one -> !one.answered() && one.endedAt().isEmpty();
            default -> throw Problem.invalid("figure.unknown");
        };
    }

    private List<CountedContact> all(Channel channel) {
        List<CountedContact> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<CountedContact> page = scoreboard.contacts(
                    today.question(Scoreboard.Interval.TOTAL, Optional.of(channel)), new Page.Request(cursor, 200));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        return all;
    }
}

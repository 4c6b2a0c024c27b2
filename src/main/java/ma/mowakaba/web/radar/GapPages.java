package ma.mowakaba.web.radar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.radar.GapRadar;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Needs without an answer: the most work first, and what the editors made of them. */
@Controller
@RequestMapping("/editor/gaps")
class GapPages {

    private static final int BAR = 8;
    private static final int HEIGHT = 24;

    private final GapRadar radar;

    GapPages(GapRadar radar) {
        this.radar = radar;
    }

    /** @param trend how many in each week, to be read aloud @param bars the same, to be seen */
    record Row(GapRadar.Need need, String domain, long minutes, String trend, List<Bar> bars) {}

    record Bar(int x, int y, int height) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "open") String state, Model model, Words words) {
        return list(state(state), model, words);
    }

    @PutMapping("/{id}/state")
    String move(
            @PathVariable UUID id,
            @RequestParam String state,
            @RequestParam(defaultValue = "open") String shown,
            Model model,
            Advisor viewer,
            Words words) {
        radar.move(id, state(state), viewer.username());
        return list(state(shown), model, words);
    }

    /** Looks now, without waiting for the next time. */
    @PostMapping("/rounds")
    String look(Model model, Words words) {
        radar.refresh();
        return list(GapRadar.State.OPEN, model, words);
    }

    private String list(GapRadar.State shown, Model model, Words words) {
        model.addAttribute("shown", shown.code());
        model.addAttribute(
                "gapStates",
                Arrays.stream(GapRadar.State.values())
                        .map(state -> new Words.Choice(state.code(), words.say("radar.state." + state.code())))
                        .toList());
        model.addAttribute(
                "rows",
                radar.needs(shown).stream().map(need -> row(need, words)).toList());
        return "radar/gaps";
    }

    private static Row row(GapRadar.Need need, Words words) {
        return new Row(
                need,
                words.domain(need.domain()),
                need.work().toMinutes(),
                need.weeks().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                bars(need.weeks()));
    }

    private static List<Bar> bars(List<Integer> weeks) {
        int most = Math.max(1, Collections.max(weeks));
        List<Bar> bars = new ArrayList<>();
        for (int week = 0; week < weeks.size(); week++) {
            int height = weeks.get(week) == 0 ? 1 : Math.max(3, HEIGHT * weeks.get(week) / most);
            bars.add(new Bar(week * BAR, HEIGHT - height, height));
        }
        return bars;
    }

    private static GapRadar.State state(String code) {
        return Arrays.stream(GapRadar.State.values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("gap.state", code));
    }
}

package ma.mowakaba.web.supervisor;

import java.util.List;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Role;
import ma.mowakaba.web.Words;
import ma.mowakaba.web.live.SharedPart;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The supervisor's wallboard. An observer sees numbers and no names. */
@Controller
class Wallboard {

    private final List<SharedPart> numbers;
    private final List<SharedPart> names;

    Wallboard(NowPart now, TodayPart today, NamedParts named) {
        this.numbers = List.of(now, today);
        this.names = named.parts();
    }

    @GetMapping("/wallboard")
    String wallboard(Model model, Advisor viewer, Words words) {
        numbers.forEach(part -> model.addAttribute(part.name(), part.content(words)));
        if (viewer.is(Role.SUPERVISOR) || viewer.is(Role.ADMINISTRATOR)) {
            names.forEach(part -> model.addAttribute(part.name(), part.content(words)));
        }
        return "supervisor/wallboard";
    }
}

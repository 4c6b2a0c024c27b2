package ma.mowakaba.web.workspace;

import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** By which an advisor says whether he is here. */
@Controller
class PresenceSwitch {

    private final PresenceBoard board;
    private final PresencePart part;

    PresenceSwitch(PresenceBoard board, PresencePart part) {
        this.board = board;
        this.part = part;
    }

    @GetMapping("/presence")
    String presence(Model model, Advisor viewer, Words words) {
        model.addAttribute(part.name(), part.content(viewer, words));
        return "part/presence";
    }

    @PutMapping("/presence/{state}")
    String become(@PathVariable String state, Model model, Advisor viewer, Words words) {
        switch (state) {
            case "available" -> board.available(viewer.id());
            case "wrap-up" -> board.wrapUp(viewer.id());
            case "offline" -> board.offline(viewer.id());
            default -> throw Problem.invalid("presence.state-unknown");
        }
        return presence(model, viewer, words);
    }

    @PutMapping("/presence/pause")
    String pause(@RequestParam String reason, Model model, Advisor viewer, Words words) {
        board.pause(viewer.id(), reason);
        return presence(model, viewer, words);
    }

    @DeleteMapping("/presence/pause")
    String resume(Model model, Advisor viewer, Words words) {
        board.available(viewer.id());
        return presence(model, viewer, words);
    }
}

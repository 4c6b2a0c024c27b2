package ma.mowakaba.web.workspace;

import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Role;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people come in: the sign-in page, and after it the page their work is on. */
@Controller
class FrontDoor {

    private final WorkspaceFrame frame;

    FrontDoor(WorkspaceFrame frame) {
        this.frame = frame;
    }

    @GetMapping("/sign-in")
    String signIn() {
        return "sign-in";
    }

    @GetMapping("/")
    String home(Model model, Advisor viewer, Words words) {
        if (viewer.is(Role.ADVISOR)) {
            frame.fill(model, viewer, words);
            return "workspace/workspace";
        }
        if (viewer.is(Role.SUPERVISOR) || viewer.is(Role.OBSERVER)) {
            return "redirect:/wallboard";
        }
        return viewer.is(Role.ADMINISTRATOR) ? "redirect:/admin" : "redirect:/articles";
    }
}

package ma.mowakaba.web.workspace;

import ma.mowakaba.staff.Advisor;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whom the softphone may hand a call to, or ask first. */
@Controller
class PhoneColleagues {

    private final Successors successors;

    PhoneColleagues(Successors successors) {
        this.successors = successors;
    }

    @GetMapping("/workspace/phone/colleagues")
    String colleagues(Model model, Advisor viewer, Words words) {
        model.addAttribute("telephones", successors.telephones(viewer, words));
        return "part/phone-colleagues";
    }
}

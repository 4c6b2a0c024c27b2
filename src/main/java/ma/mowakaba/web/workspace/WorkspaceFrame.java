package ma.mowakaba.web.workspace;

import java.util.List;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Role;
import ma.mowakaba.web.Words;
import ma.mowakaba.web.live.PersonalPart;
import ma.mowakaba.web.live.SharedPart;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills what surrounds every page of the workspace: the live parts with what they show now. */
@Component
class WorkspaceFrame {

    private final List<SharedPart> shared;
    private final List<PersonalPart> personal;

    WorkspaceFrame(WaitingPart waiting, StatesPart states, MinePart mine, RingPart ring, PresencePart presence) {
        this.shared = List.of(waiting, states);
        this.personal = List.of(mine, ring, presence);
    }

    void fill(Model model, Advisor viewer, Words words) {
        if (viewer.is(Role.ADVISOR) || viewer.is(Role.SUPERVISOR)) {
            shared.forEach(part -> model.addAttribute(part.name(), part.content(words)));
            personal.forEach(part -> model.addAttribute(part.name(), part.content(viewer, words)));
        }
    }
}

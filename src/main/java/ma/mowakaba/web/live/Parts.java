package ma.mowakaba.web.live;

import java.util.List;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Component;

/** Every live part of every screen. */
@Component
class Parts {

    private final List<SharedPart> shared;
    private final List<PersonalPart> personal;
    private final Painter painter;

    Parts(List<SharedPart> shared, List<PersonalPart> personal, Painter painter) {
        this.shared = shared;
        this.personal = personal;
        this.painter = painter;
    }

    List<SharedPart> shared() {
        return shared;
    }

    List<PersonalPart> personal() {
        return personal;
    }

    String paint(SharedPart part, Words words) {
        return painter.paint(part, words);
    }

    String paint(PersonalPart part, Advisor viewer, Words words) {
        return painter.paint(part, viewer, words);
    }
}

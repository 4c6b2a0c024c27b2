package ma.mowakaba.web.supervisor;

import java.util.List;
import ma.mowakaba.web.live.SharedPart;
import org.springframework.stereotype.Component;

/** What a supervisor sees on the wallboard and an observer does not: people, their calls, their mails. */
@Component
class NamedParts {

    private final List<SharedPart> parts;

    NamedParts(PeoplePart people, CallsPart calls, HeldPart held) {
        this.parts = List.of(people, calls, held);
    }

    List<SharedPart> parts() {
        return parts;
    }
}

package ma.mowakaba.web.supervisor;

import java.util.List;
import ma.mowakaba.web.live.SharedPart;
import org.springframework.stereotype.Component;

/** What a supervisor sees on the wallboard and an observer does not: people, their calls, their mails, mailboxes, exchanges that are silent. */
@Component
class NamedParts {

    private final List<SharedPart> parts;

    NamedParts(PeoplePart people, CallsPart calls, HeldPart held, SilentPart silent, MailboxLinePart mailboxes) {
        this.parts = List.of(people, calls, held, silent, mailboxes);
    }

    List<SharedPart> parts() {
        return parts;
    }
}

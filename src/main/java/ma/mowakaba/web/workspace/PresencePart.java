package ma.mowakaba.web.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.PresenceChanged;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.telephony.Softphones;
import ma.mowakaba.web.Words;
import ma.mowakaba.web.live.PersonalPart;
import org.springframework.stereotype.Component;

/** The switch by which an advisor says whether he can be given work. */
@Component
class PresencePart implements PersonalPart {

    private final PresenceBoard board;
    private final Softphones phones;

    PresencePart(PresenceBoard board, Softphones phones) {
        this.board = board;
        this.phones = phones;
    }

    /**
     * @param label of the state, with the reason of a pause
     * @param softphone whether he is called on this page: then he is reachable only while it says so
     */
    record Switch(String state, String label, Instant since, List<Words.Choice> reasons, boolean softphone) {}

    @Override
    public String name() {
        return "presence";
    }

    @Override
    public Set<StaffId> movedBy(Object event) {
        return event instanceof PresenceChanged changed ? Set.of(changed.advisor()) : Set.of();
    }

    @Override
    public Switch content(Advisor viewer, Words words) {
        Presence presence = board.of(viewer.id());
        return new Switch(
                presence.state().code(),
                label(presence, words),
                presence.since(),
                board.pauseReasons().stream()
                        .map(reason -> new Words.Choice(reason, words.say("presence.reason." + reason)))
                        .toList(),
                phones.has(viewer));
    }

    static String label(Presence presence, Words words) {
        return presence.reason()
                .map(reason -> words.say("presence.reason." + reason))
                .orElseGet(() -> words.say("presence.state." + presence.state().code()));
    }
}

package ma.mowakaba.web.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import ma.mowakaba.routing.ReachableTelephones;
import ma.mowakaba.routing.TelephoneChanged;
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
    private final ReachableTelephones telephones;

    PresencePart(PresenceBoard board, Softphones phones, ReachableTelephones telephones) {
        this.telephones = telephones;
        this.board = board;
        this.phones = phones;
    }

    /**
     * @param label of the state, with the reason of a pause
     * @param cutOff whether he is here and his telephone is not registered, so that no call reaches him
     * @param softphone whether he is called on this page: then he is reachable only while it says so
     */
    record Switch(
            String state, String label, Instant since, List<Words.Choice> reasons, boolean cutOff, boolean softphone) {}

    @Override
    public String name() {
        return "presence";
    }

    @Override
    public Set<StaffId> movedBy(Object event) {
        return switch (event) {
            case PresenceChanged changed -> Set.of(changed.advisor());
            case TelephoneChanged changed -> Set.of(changed.advisor());
            default -> Set.of();
        };
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
                presence.state() != Presence.State.OFFLINE
                        && viewer.extension()
                                .filter(one -> !telephones.reachable(one))
                                .isPresent(),
                phones.has(viewer));
    }

    static String label(Presence presence, Words words) {
        return presence.reason()
                .map(reason -> words.say("presence.reason." + reason))
                .orElseGet(() -> words.say("presence.state." + presence.state().code()));
    }
}

package ma.mowakaba.web.workspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.ForcedPauses;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.PresenceChanged;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.telephony.CallEvent;
import ma.mowakaba.telephony.CallId;
import ma.mowakaba.telephony.Switchboard;
import ma.mowakaba.web.Words;
import ma.mowakaba.web.live.PersonalPart;
import org.springframework.stereotype.Component;

/** Who is calling, on the screen of the advisor whose telephone rings: before he answers, while he talks, and while he wraps up. */
@Component
class RingPart implements PersonalPart {

    private static final Set<String> SHOWN = Set.of("ringing", "talking");

    private final Switchboard switchboard;
    private final PresenceBoard board;
    private final CallCards cards;
    private final ForcedPauses forced;
    private final Names names;

    /** On whose screens a call is shown, so that its end finds them. */
    private final Map<CallId, Set<StaffId>> screens = new ConcurrentHashMap<>();

    RingPart(Switchboard switchboard, PresenceBoard board, CallCards cards, ForcedPauses forced, Names names) {
        this.forced = forced;
        this.names = names;
        this.switchboard = switchboard;
        this.board = board;
        this.cards = cards;
    }

    /**
     * @param presence of the viewer, since wrap-up is shown here too
     * @param forced who put him on pause and why, in his words; empty when nobody did
     */
    record Desk(List<CallCards.Card> calls, String presence, String forced) {}

    @Override
    public String name() {
        return "ring";
    }

    @Override
    public Set<StaffId> movedBy(Object event) {
        return switch (event) {
            case CallEvent.Ringing ringing -> remember(ringing.call(), ringing.advisor());
            case CallEvent.Answered answered -> remember(answered.call(), answered.advisor());
            case CallEvent.RecordingChanged paused -> Set.of(paused.advisor());
            case CallEvent.HungUp over -> Set.of(over.advisor());
            case CallEvent.RingEnded missed -> Set.of(missed.advisor());
            case CallEvent.Ended ended -> {
                Set<StaffId> shown = screens.remove(ended.call());
                yield shown == null ? Set.of() : Set.copyOf(shown);
            }
            case PresenceChanged changed -> Set.of(changed.advisor());
            default -> Set.of();
        };
    }

    private Set<StaffId> remember(CallId call, StaffId advisor) {
        screens.computeIfAbsent(call, id -> ConcurrentHashMap.newKeySet()).add(advisor);
        return Set.of(advisor);
    }

    @Override
    public Desk content(Advisor viewer, Words words) {
        List<CallCards.Card> calls = switchboard.live().stream()
                .filter(call -> SHOWN.contains(call.state()))
                .flatMap(call -> at(call, viewer.id()).stream().map(state -> cards.of(call, state, words)))
                .toList();
        return new Desk(calls, board.of(viewer.id()).state().code(), forced(viewer, words));
    }

    private String forced(Advisor viewer, Words words) {
        return forced.current(viewer.id())
                .map(pause -> words.say(
                        "web.ring.forced",
                        names.colleague(pause.supervisor()),
                        words.say("presence.reason." + pause.reason())))
                .orElse("");
    }

    /**
     * While it rings, nobody has the call yet, and after a transfer the first advisor has it no more: his legs tell.
     *
     * @return how it is with the call at this advisor's telephone, empty when it is not there
     */
    private static Optional<String> at(Switchboard.Call call, StaffId who) {
        List<Switchboard.Leg> legs = call.legs().stream()
                .filter(leg -> leg.advisor().filter(who::equals).isPresent())
                .toList();
        if (legs.isEmpty()) {
            return call.advisor().filter(who::equals).map(his -> call.state());
        }
        return legs.stream()
                .filter(leg -> leg.endedAt().isEmpty())
                .map(leg -> leg.answeredAt().isPresent() ? call.state() : "ringing")
                .findFirst();
    }
}

package ma.mowakaba.routing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.routing.Desk.Load;
import ma.mowakaba.routing.Desks.Reservation;
import ma.mowakaba.routing.Match.Situation;
import ma.mowakaba.routing.Roster.Present;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** Reads what a decision is taken on. */
@Component
class Situations {

    private final Roster roster;
    private final LineWindow window;
    private final Desks desks;
    private final RoutingSettings settings;

    Situations(Roster roster, LineWindow window, Desks desks, RoutingSettings settings) {
        this.roster = roster;
        this.window = window;
        this.desks = desks;
        this.settings = settings;
    }

    /** @param versions of the desks that were seen */
    record Seen(Situation situation, Map<StaffId, Long> versions) {}

    Seen see(Instant now) {
        List<Present> atWork = roster.atWork();
        List<Present> available = atWork.stream().filter(Present::available).toList();
        List<InLine> line = window.see(
                now, available.stream().map(who -> who.advisor().id()).collect(Collectors.toSet()));
        if (line.isEmpty()) {
            return new Seen(new Situation(now, List.of(), List.of(), StaffPresent.of(List.of())), Map.of());
        }
        Map<StaffId, Desks.State> states = desks.states();
        Map<StaffId, Long> versions = new HashMap<>();
        states.forEach((advisor, state) -> versions.put(advisor, state.version()));
        StaffPresent staff = StaffPresent.of(
                atWork.stream().map(who -> who.advisor().skills()).toList());
        return new Seen(new Situation(now, line, desks(available, states, now), staff), versions);
    }

    private List<Desk> desks(List<Present> available, Map<StaffId, Desks.State> states, Instant now) {
        Map<StaffId, Load> loads = desks.loads();
        Set<ContactId> waiting = window.stillWaiting(states.values().stream()
                .flatMap(state -> state.reservation().stream())
                .map(Reservation::call)
                .toList());
        return available.stream()
                .map(who -> {
                    StaffId id = who.advisor().id();
                    Desks.State state = states.getOrDefault(id, Desks.State.NEW);
                    Optional<Reservation> open = state.reservation().filter(kept -> waiting.contains(kept.call()));
                    return desk(who, state, open, loads.getOrDefault(id, Load.NONE), now);
                })
                .toList();
    }

    private Desk desk(Present who, Desks.State state, Optional<Reservation> open, Load load, Instant now) {
        boolean silent = open.filter(kept -> silent(kept, now)).isPresent();
        Instant came = who.presence().since();
        return new Desk(
                who.advisor().id(),
                who.advisor().skills(),
                who.advisor().capacity(),
                who.phone() && !silent,
                load,
                came.isAfter(state.changedAt()) ? came : state.changedAt(),
                open.filter(kept -> now.isBefore(kept.until())).map(Reservation::call));
    }

    /** He was kept free for a call and his phone did not ring; for a while he is not kept free again. */
    private boolean silent(Reservation kept, Instant now) {
        return !now.isBefore(kept.until())
                && now.isBefore(kept.until().plus(settings.calls().silence()));
    }
}

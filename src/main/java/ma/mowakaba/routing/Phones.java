package ma.mowakaba.routing;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.mowakaba.routing.Desk.Load;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** Whom the exchange may ring. */
@Component
class Phones {

    private final PresenceBoard presence;
    private final Desks desks;
    private final Roster roster;

    Phones(PresenceBoard presence, Desks desks, Roster roster) {
        this.roster = roster;
        this.presence = presence;
        this.desks = desks;
    }

    Set<StaffId> ringable(Collection<StaffId> advisors) {
        if (advisors.isEmpty()) {
            return Set.of();
        }
        Set<StaffId> available = presence.of(advisors).entrySet().stream()
                .filter(one -> one.getValue().state() == Presence.State.AVAILABLE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Map<StaffId, Load> loads = desks.loads(available);
        return available.stream()
                .filter(advisor -> clear(loads.getOrDefault(advisor, Load.NONE)) && !roster.cutOff(advisor))
                .collect(Collectors.toSet());
    }

    private static boolean clear(Load load) {
        return load.calls() == 0 && load.chats() == 0;
    }
}

package ma.mowakaba.routing;

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

    boolean mayRing(StaffId advisor) {
        Load load = desks.load(advisor);
        return presence.of(advisor).state() == Presence.State.AVAILABLE
                && load.calls() == 0
                && load.chats() == 0
                && !roster.cutOff(advisor);
    }
}

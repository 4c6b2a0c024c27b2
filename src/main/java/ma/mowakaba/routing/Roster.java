package ma.mowakaba.routing;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.Presence.State;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** Who is here, with his skills. Accounts may be some seconds old; presence is always read. */
@Component
class Roster {

    private static final Set<State> AT_WORK = EnumSet.of(State.AVAILABLE, State.BUSY, State.WRAP_UP);

    private final Accounts accounts;
    private final PresenceBoard presence;
    private final ReachableTelephones telephones;

    Roster(Accounts accounts, PresenceBoard presence, ReachableTelephones telephones) {
        this.telephones = telephones;
        this.accounts = accounts;
        this.presence = presence;
    }

    /** Somebody who is here. @param phone whether he has a telephone that can be rung */
    record Present(Advisor advisor, Presence presence, boolean phone) {

        boolean available() {
            return presence.state() == State.AVAILABLE;
        }
    }

    /** @return all who are available, on a call or about to be available again, but no one who pauses */
    List<Present> atWork() {
        Map<StaffId, Presence> present = presence.present();
        return advisors().stream()
                .flatMap(advisor -> Optional.ofNullable(present.get(advisor.id()))
                        .map(state -> new Present(advisor, state, rings(advisor)))
                        .stream())
                .filter(who -> AT_WORK.contains(who.presence().state()))
                .toList();
    }

    /** @return whether he is known to have a telephone that cannot be rung */
    boolean cutOff(StaffId who) {
        return advisors().stream()
                .anyMatch(advisor ->
                        advisor.id().equals(who) && advisor.extension().isPresent() && !rings(advisor));
    }

    private boolean rings(Advisor advisor) {
        return advisor.extension().filter(telephones::reachable).isPresent();
    }

    /** @return everybody who has skills, present or not */
    List<Advisor> advisors() {
        return accounts.known().stream()
                .filter(advisor -> !advisor.skills().isEmpty())
                .toList();
    }
}

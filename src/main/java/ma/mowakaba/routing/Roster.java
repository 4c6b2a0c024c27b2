package ma.mowakaba.routing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.staff.AccountChanged;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.Presence.State;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Who is here, with his skills. Accounts change seldom and are kept for some seconds; presence is always read. */
@Component
class Roster {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Set<State> AT_WORK = EnumSet.of(State.AVAILABLE, State.BUSY, State.WRAP_UP);
    private static final Known NOTHING = new Known(Instant.MIN, List.of());

    private final Accounts accounts;
    private final PresenceBoard presence;
    private final Clock clock;
    private volatile Known known = NOTHING;

    Roster(Accounts accounts, PresenceBoard presence, Clock clock) {
        this.accounts = accounts;
        this.presence = presence;
        this.clock = clock;
    }

    /** Somebody who is here. */
    record Present(Advisor advisor, Presence presence) {

        boolean available() {
            return presence.state() == State.AVAILABLE;
        }
    }

    private record Known(Instant at, List<Advisor> advisors) {}

    /** @return all who are available, on a call or about to be available again, but no one who pauses */
    List<Present> atWork() {
        Map<StaffId, Presence> present = presence.present();
        return advisors().stream()
                .flatMap(advisor ->
                        Optional.ofNullable(present.get(advisor.id()))
                                .map(state -> new Present(advisor, state))
                                .stream())
                .filter(who -> AT_WORK.contains(who.presence().state()))
                .toList();
    }

    /** @return everybody who has skills, present or not */
    List<Advisor> advisors() {
        Known last = known;
        if (last == NOTHING || Duration.between(last.at(), clock.instant()).compareTo(FRESH) >= 0) {
            last = new Known(clock.instant(), skilled());
            known = last;
        }
        return last.advisors();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(AccountChanged event) {
        known = NOTHING;
    }

    private List<Advisor> skilled() {
        return accounts.all().stream()
                .filter(advisor -> !advisor.skills().isEmpty())
                .toList();
    }
}

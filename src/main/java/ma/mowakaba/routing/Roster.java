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

    private final Accounts accounts;
    private final PresenceBoard presence;
    private final ReachableTelephones telephones;
    private final Clock clock;
    private volatile Known known = Known.nothing();

    Roster(Accounts accounts, PresenceBoard presence, ReachableTelephones telephones, Clock clock) {
        this.telephones = telephones;
        this.accounts = accounts;
        this.presence = presence;
        this.clock = clock;
    }

    /** Somebody who is here. @param phone whether he has a telephone that can be rung */
    record Present(Advisor advisor, Presence presence, boolean phone) {

        boolean available() {
            return presence.state() == State.AVAILABLE;
        }
    }

    private record Known(Instant at, List<Advisor> advisors) {

        static Known nothing() {
            return new Known(Instant.EPOCH, List.of());
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

    /** @return everybody who has skills, present or not. What was read while an account changed is not kept */
    List<Advisor> advisors() {
        Known last = known;
        Instant now = clock.instant();
        if (Duration.between(last.at(), now).compareTo(FRESH) < 0) {
            return last.advisors();
        }
        Known read = new Known(now, skilled());
        keep(last, read);
        return read.advisors();
    }

    private synchronized void keep(Known last, Known read) {
        if (known == last) {
            known = read;
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    synchronized void forget(AccountChanged event) {
        known = Known.nothing();
    }

    private List<Advisor> skilled() {
        return accounts.all().stream()
                .filter(advisor -> !advisor.skills().isEmpty())
                .toList();
    }
}

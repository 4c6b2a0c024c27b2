package ma.mowakaba.staff;

import static ma.mowakaba.staff.Presence.State.AVAILABLE;
import static ma.mowakaba.staff.Presence.State.BUSY;
import static ma.mowakaba.staff.Presence.State.OFFLINE;
import static ma.mowakaba.staff.Presence.State.PAUSED;
import static ma.mowakaba.staff.Presence.State.WRAP_UP;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Presence.State;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Presence in the database; who is in the right state already stays as he is, and nothing is published. */
@Service
@Transactional
class StoredPresence implements PresenceBoard {

    private static final Set<State> ANY = EnumSet.allOf(State.class);

    private final PresenceRows rows;
    private final StaffSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StoredPresence(PresenceRows rows, StaffSettings settings, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Presence of(StaffId advisor) {
        return rows.find(advisor).orElse(new Presence(OFFLINE, Optional.empty(), Instant.EPOCH));
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Map<StaffId, Presence> of(Collection<StaffId> advisors) {
        return rows.present(advisors);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Map<StaffId, Presence> present() {
        return rows.present();
    }

    @Override
    public List<String> pauseReasons() {
        return settings.pauseReasons();
    }

    @Override
    public void available(StaffId advisor) {
        change(advisor, ANY, AVAILABLE, Optional.empty());
    }

    @Override
    public void pause(StaffId advisor, String reason) {
        if (!settings.pauseReasons().contains(reason)) {
            throw Problem.invalid("presence.reason-unknown", reason);
        }
        change(advisor, ANY, PAUSED, Optional.of(reason));
    }

    @Override
    public void busy(StaffId advisor) {
        change(advisor, EnumSet.of(AVAILABLE, WRAP_UP), BUSY, Optional.empty());
    }

    @Override
    public void wrapUp(StaffId advisor) {
        change(advisor, EnumSet.of(AVAILABLE, BUSY), WRAP_UP, Optional.empty());
    }

    @Override
    public void hungUp(StaffId advisor) {
        change(advisor, EnumSet.of(BUSY), WRAP_UP, Optional.empty());
    }

    @Override
    public void missed(StaffId advisor) {
        change(advisor, EnumSet.of(AVAILABLE), PAUSED, Optional.of(PresenceBoard.MISSED));
    }

    @Override
    public void offline(StaffId advisor) {
        change(advisor, ANY, OFFLINE, Optional.empty());
    }

    private void change(StaffId advisor, Set<State> from, State to, Optional<String> reason) {
        Presence before = rows.lock(advisor, clock.instant());
        boolean same = before.state() == to && before.reason().equals(reason);
        if (same || !from.contains(before.state())) {
            return;
        }
        Presence after = new Presence(to, reason, Columns.now(clock));
        rows.store(advisor, after);
        events.publishEvent(new PresenceChanged(advisor, before, after, after.since()));
    }
}

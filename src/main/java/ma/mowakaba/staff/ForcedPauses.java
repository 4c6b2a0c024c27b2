package ma.mowakaba.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Pauses that a supervisor put somebody on who had forgotten it. Whoever is paused comes back by himself. */
public interface ForcedPauses {

    /** @param until when he was back, or gone; empty while it lasts */
    record Forced(StaffId advisor, StaffId supervisor, String reason, Instant at, Optional<Instant> until) {}

    /**
     * Somebody who pauses already stays as he is.
     *
     * @param reason as for {@link PresenceBoard#pause}; CONFLICT {@code supervision.not-here} for somebody who is not here
     */
    void pause(StaffId advisor, StaffId supervisor, String reason);

    /** @return the one he is on now */
    Optional<Forced> current(StaffId advisor);

    /** @return those that began within the last 24 hours and those that last, newest first */
    List<Forced> recent();
}

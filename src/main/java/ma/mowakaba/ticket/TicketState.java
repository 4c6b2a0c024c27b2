package ma.mowakaba.ticket;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ma.mowakaba.kernel.Problem;

/** Where a case stands. The allowed transitions stand here and nowhere else. */
public enum TicketState {
    NEW,
    OPEN,
    /** For the requester. */
    WAITING,
    /** For a third party. */
    ON_HOLD,
    RESOLVED,
    CLOSED;

    private static final Map<TicketState, Set<TicketState>> NEXT = Map.of(
            NEW, Set.of(OPEN, WAITING, ON_HOLD, RESOLVED, CLOSED),
            OPEN, Set.of(WAITING, ON_HOLD, RESOLVED, CLOSED),
            WAITING, Set.of(OPEN, ON_HOLD, RESOLVED, CLOSED),
            ON_HOLD, Set.of(OPEN, WAITING, RESOLVED, CLOSED),
            RESOLVED, Set.of(OPEN, WAITING, ON_HOLD, CLOSED),
            CLOSED, Set.of(OPEN));

    public boolean mayBecome(TicketState next) {
        return next == this || NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** @return whether work on it remains */
    public boolean unfinished() {
        return this != RESOLVED && this != CLOSED;
    }

    /** @return the word outside programs use, as in {@code on-hold} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws Problem INVALID {@code ticket.state} */
    public static TicketState of(String code) {
        for (TicketState state : values()) {
            if (state.code().equals(code)) {
                return state;
            }
        }
        throw Problem.invalid("ticket.state", code);
    }
}

package ma.mowakaba.routing;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.routing.Desks.Reservation;
import ma.mowakaba.routing.Match.Move;
import ma.mowakaba.staff.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The right to decide, which one node has at a time, and a decision taken under it. */
@Component
class Turn {

    private final JdbcClient jdbc;
    private final Situations situations;
    private final Handover handover;
    private final RoutingSettings settings;
    private final Clock clock;

    Turn(JdbcClient jdbc, Situations situations, Handover handover, RoutingSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.situations = situations;
        this.handover = handover;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return whether anybody waits who is given to an advisor by a decision */
    boolean wanted() {
        return jdbc.sql("select 1 from routing_line where state = 'WAITING' and channel in ('CHAT', 'MAIL', 'WEB')"
                        + " limit 1")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * Holds the turn in this transaction, and gives each contact away in one of its own: a contact that cannot be given does not hold up
     * the others.
     *
     * @param patient whether to wait while another node decides
     * @return how many contacts were given away
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public int decide(boolean patient) {
        if (!mine(patient)) {
            return 0;
        }
        Instant now = Columns.now(clock);
        Situations.Seen seen = situations.see(now);
        if (seen.situation().line().isEmpty()) {
            return 0;
        }
        List<Move> moves = Match.decide(
                seen.situation(), Ageing.of(settings), settings.calls().drainAfter());
        Map<StaffId, Long> versions = new HashMap<>(seen.versions());
        return (int) moves.stream()
                .filter(move -> carryOut(move, versions, now))
                .filter(Move.Give.class::isInstance)
                .count();
    }

    private boolean carryOut(Move move, Map<StaffId, Long> versions, Instant now) {
        long version = versions.getOrDefault(move.advisor(), 0L);
        boolean done = switch (move) {
            case Move.Give give -> handover.give(give, version, now);
            case Move.Keep keep ->
                handover.keep(
                        keep.advisor(),
                        version,
                        new Reservation(
                                keep.contact().contact(),
                                now.plus(settings.calls().reservation())),
                        now);
        };
        if (done) {
            versions.put(move.advisor(), version + 1);
        }
        return done;
    }

    private boolean mine(boolean patient) {
        return jdbc.sql("select id from routing_turn where id = 1 for update" + (patient ? "" : " skip locked"))
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}

package ma.mowakaba.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forced pauses in the database, beside the presence they changed. */
@Component
@Transactional
class StoredForcedPauses implements ForcedPauses {

    private static final Duration RECENT = Duration.ofHours(24);

    private final PresenceBoard board;
    private final JdbcClient jdbc;
    private final Clock clock;

    StoredForcedPauses(PresenceBoard board, JdbcClient jdbc, Clock clock) {
        this.board = board;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void pause(StaffId advisor, StaffId supervisor, String reason) {
        Presence.State before = board.of(advisor).state();
        if (before == Presence.State.OFFLINE) {
            throw Problem.conflict("supervision.not-here");
        }
        if (before == Presence.State.PAUSED) {
            return;
        }
        board.pause(advisor, reason);
        jdbc.sql("insert ignore into staff_forced_pause (advisor, at, supervisor, reason) values (?, ?, ?, ?)")
                .params(advisor.value(), Columns.utc(board.of(advisor).since()), supervisor.value(), reason)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Forced> current(StaffId advisor) {
        return jdbc.sql("select * from staff_forced_pause where advisor = ? and ended_at is null order by at desc"
                        + " limit 1")
                .param(advisor.value())
                .query(StoredForcedPauses::read)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Forced> recent() {
        return jdbc.sql("select * from staff_forced_pause where at > ? or ended_at is null order by at desc limit 100")
                .param(Columns.utc(clock.instant().minus(RECENT)))
                .query(StoredForcedPauses::read)
                .list();
    }

    /** In the transaction of the change, whoever ended it. */
    @EventListener
    void changed(PresenceChanged change) {
        if (change.before().state() == Presence.State.PAUSED) {
            jdbc.sql("update staff_forced_pause set ended_at = ? where advisor = ? and ended_at is null")
                    .params(Columns.utc(change.at()), change.advisor().value())
                    .update();
        }
    }

    private static Forced read(ResultSet row, int number) throws SQLException {
        return new Forced(
                new StaffId(Columns.uuid(row, "advisor")),
                new StaffId(Columns.uuid(row, "supervisor")),
                row.getString("reason"),
                Columns.instant(row, "at"),
                Columns.maybeInstant(row, "ended_at"));
    }
}

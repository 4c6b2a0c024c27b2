package ma.mowakaba.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import ma.mowakaba.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of presence. A change first locks its row, so that two changes at once follow each other. */
@Repository
class PresenceRows {

    private static final int FEW = 8;

    private final JdbcClient jdbc;

    /** Who has a row; a row stays. */
    private final Set<StaffId> known = ConcurrentHashMap.newKeySet();

    PresenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Presence> find(StaffId advisor) {
        return jdbc.sql("select state, reason, since from staff_presence where advisor = ?")
                .param(advisor.value())
                .query((row, n) -> presence(row))
                .optional();
    }

    Map<StaffId, Presence> present() {
        return present(jdbc.sql("select advisor, state, reason, since from staff_presence where state <> 'OFFLINE'"));
    }

    /** Few are asked for by name, many with everybody. */
    Map<StaffId, Presence> present(Collection<StaffId> advisors) {
        if (advisors.isEmpty()) {
            return Map.of();
        }
        if (advisors.size() > FEW) {
            Map<StaffId, Presence> present = present();
            present.keySet().retainAll(Set.copyOf(advisors));
            return present;
        }
        return present(jdbc.sql("select advisor, state, reason, since from staff_presence"
                        + " where advisor in (:advisors) and state <> 'OFFLINE'")
                .param(
                        "advisors",
                        Columns.few(advisors.stream().map(StaffId::value).toList())));
    }

    private static Map<StaffId, Presence> present(JdbcClient.StatementSpec rows) {
        Map<StaffId, Presence> present = new HashMap<>();
        rows.query(row -> {
            present.put(new StaffId(row.getObject("advisor", UUID.class)), presence(row));
        });
        return present;
    }

    /** @return his presence, which nobody else can change until this transaction ends */
    Presence lock(StaffId advisor, Instant at) {
        if (known.contains(advisor)) {
            Optional<Presence> locked = locked(advisor);
            if (locked.isPresent()) {
                return locked.get();
            }
        }
        jdbc.sql("insert ignore into staff_presence (advisor, state, since) values (?, 'OFFLINE', ?)")
                .params(advisor.value(), Columns.utc(at))
                .update();
        Presence presence = locked(advisor).orElseThrow();
        known.add(advisor);
        return presence;
    }

    private Optional<Presence> locked(StaffId advisor) {
        return jdbc.sql("select state, reason, since from staff_presence where advisor = ? for update")
                .param(advisor.value())
                .query((row, n) -> presence(row))
                .optional();
    }

    void store(StaffId advisor, Presence presence) {
        jdbc.sql("update staff_presence set state = ?, reason = ?, since = ? where advisor = ?")
                .param(presence.state().name())
                .param(presence.reason().orElse(null))
                .param(Columns.utc(presence.since()))
                .param(advisor.value())
                .update();
    }

    private static Presence presence(ResultSet row) throws SQLException {
        return new Presence(
                Presence.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("reason")),
                Columns.instant(row, "since"));
    }
}

package ma.mowakaba.telephony;

import static ma.mowakaba.kernel.Columns.instant;
import static ma.mowakaba.kernel.Columns.maybeInstant;
import static ma.mowakaba.kernel.Columns.maybeUuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.staff.StaffId;

/** A row of {@code call_leg}. */
record LegRow(
        String linkedid,
        String uniqueid,
        String channel,
        String kind,
        Optional<StaffId> advisor,
        Instant startedAt,
        Optional<Instant> answeredAt,
        Optional<Instant> endedAt) {

    static final String CALLER = "caller";
    static final String ADVISOR = "advisor";
    static final String TRANSFER = "transfer";
    static final String OUTBOUND = "outbound";

    static LegRow read(ResultSet row, int number) throws SQLException {
        return new LegRow(
                row.getString("linkedid"),
                row.getString("uniqueid"),
                row.getString("channel"),
                row.getString("kind"),
                maybeUuid(row, "advisor_id").map(StaffId::new),
                instant(row, "started_at"),
                maybeInstant(row, "answered_at"),
                maybeInstant(row, "ended_at"));
    }

    /** A part that begins. */
    static LegRow of(String linkedid, CallFact.Party party, String kind, Optional<StaffId> advisor, Instant at) {
        return new LegRow(
                linkedid, party.uniqueid(), party.channel(), kind, advisor, at, Optional.empty(), Optional.empty());
    }

    LegRow named(String name) {
        return new LegRow(linkedid, uniqueid, name, kind, advisor, startedAt, answeredAt, endedAt);
    }

    LegRow pickedUp(Instant at) {
        return new LegRow(linkedid, uniqueid, channel, kind, advisor, startedAt, Optional.of(at), endedAt);
    }

    LegRow ended(Instant at) {
        return new LegRow(linkedid, uniqueid, channel, kind, advisor, startedAt, answeredAt, Optional.of(at));
    }

    boolean ringing() {
        return advisor.isPresent() && answeredAt.isEmpty() && endedAt.isEmpty();
    }

    boolean talking() {
        return advisor.isPresent() && answeredAt.isPresent() && endedAt.isEmpty();
    }

    Switchboard.Leg view() {
        return new Switchboard.Leg(uniqueid, channel, kind, advisor, startedAt, answeredAt, endedAt);
    }
}

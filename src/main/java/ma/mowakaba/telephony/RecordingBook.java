package ma.mowakaba.telephony;

import static ma.mowakaba.kernel.Columns.instant;
import static ma.mowakaba.kernel.Columns.maybeInstant;
import static ma.mowakaba.kernel.Columns.maybeUuid;
import static ma.mowakaba.kernel.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.staff.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of recordings. */
@Repository
class RecordingBook {

    private final JdbcClient sql;

    RecordingBook(JdbcClient sql) {
        this.sql = sql;
    }

    /** A row, but for how long it is kept. */
    record Row(
            String linkedid,
            long bytes,
            Duration length,
            byte[] peaks,
            Recordings.Purpose purpose,
            Instant madeAt,
            Optional<Recordings.Deletion> deletion) {

        static Row read(ResultSet row, int number) throws SQLException {
            Optional<Instant> deleted = maybeInstant(row, "deleted_at");
            Optional<Recordings.Deletion> deletion = deleted.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Recordings.Deletion(
                            deleted.get(),
                            Recordings.Because.valueOf(row.getString("deleted_because")),
                            Optional.ofNullable(row.getString("deleted_note")).orElse(""),
                            maybeUuid(row, "deleted_by").map(StaffId::new)));
            return new Row(
                    row.getString("linkedid"),
                    row.getLong("bytes"),
                    Duration.ofMillis(row.getLong("millis")),
                    row.getBytes("peaks"),
                    Recordings.Purpose.valueOf(row.getString("purpose")),
                    instant(row, "made_at"),
                    deletion);
        }
    }

    /** @return calls that are over, whose consent is known and whose file nobody has looked at, oldest first */
    List<CallRow> undecided(Instant since, int limit) {
        return sql.sql("""
            select * from call_record where not recording_decided and recording_consent in (false, true) and ended_at > ?
            order by ended_at limit ?\
            """).params(utc(since), limit).query(CallRow::read).list();
    }

    /** Nobody looks for it any more. @return whether it was not known before */
    boolean keep(String linkedid, long bytes, RecordedSound sound, Instant madeAt) {
        int kept = sql.sql("""
            insert ignore into call_recording (linkedid, bytes, millis, peaks, purpose, made_at) values (?, ?, ?, ?, 'QUALITY', ?)\
            """)
                .params(linkedid, bytes, sound.length().toMillis(), sound.peaks(), utc(madeAt))
                .update();
        sql.sql("update call_record set recording_decided = true where linkedid = ?")
                .param(linkedid)
                .update();
        return kept == 1;
    }

    void none(String linkedid, Instant madeAt) {
        keep(linkedid, 0, new RecordedSound(Duration.ZERO, new byte[0]), madeAt);
    }

    /** @return a file there was; empty where none was made */
    Optional<Row> get(String linkedid) {
        return sql.sql("select * from call_recording where linkedid = ? and bytes > 0")
                .param(linkedid)
                .query(Row::read)
                .optional();
    }

    /** @return of these calls those whose recording is no more */
    Set<String> deleted(Collection<String> linkedids) {
        return linkedids.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        sql.sql("select linkedid from call_recording where linkedid in (:calls) and deleted_at is not"
                                        + " null")
                                .param("calls", Columns.few(linkedids))
                                .query(String.class)
                                .list());
    }

    void purpose(String linkedid, Recordings.Purpose purpose) {
        sql.sql("update call_recording set purpose = ? where linkedid = ?")
                .params(purpose.name(), linkedid)
                .update();
    }

    void deleted(String linkedid, Recordings.Deletion deletion) {
        sql.sql("""
            update call_recording set deleted_at = :at, deleted_because = :because, deleted_note = :note, deleted_by = :by
            where linkedid = :linkedid and deleted_at is null\
            """)
                .param("at", utc(deletion.at()))
                .param("because", deletion.because().name())
                .param("note", deletion.note().isEmpty() ? null : deletion.note())
                .param("by", deletion.by().map(StaffId::value).orElse(null))
                .param("linkedid", linkedid)
                .update();
    }

    /** @return recordings kept for this that are older, oldest first */
    List<String> older(Recordings.Purpose purpose, Instant than, int limit) {
        return sql.sql("""
            select linkedid from call_recording where purpose = ? and deleted_at is null and bytes > 0 and made_at < ?
            order by made_at limit ?\
            """)
                .params(purpose.name(), utc(than), limit)
                .query(String.class)
                .list();
    }

    /** Goes on with the listener's sitting, if he still has one. */
    void listened(String linkedid, StaffId listener, Instant at, Instant sittingSince) {
        int same = sql.sql("""
            update recording_listening set last_at = ? where linkedid = ? and listener_id = ? and last_at > ?\
            """)
                .params(utc(at), linkedid, listener.value(), utc(sittingSince))
                .update();
        if (same == 0) {
            sql.sql("insert into recording_listening (linkedid, listener_id, first_at, last_at) values (?, ?, ?, ?)")
                    .params(linkedid, listener.value(), utc(at), utc(at))
                    .update();
        }
    }

    List<Recordings.Listening> listenings(String linkedid) {
        return sql.sql("select * from recording_listening where linkedid = ? order by first_at desc limit 500")
                .param(linkedid)
                .query((row, i) -> new Recordings.Listening(
                        new StaffId(ma.mowakaba.kernel.Columns.uuid(row, "listener_id")),
                        instant(row, "first_at"),
                        instant(row, "last_at")))
                .list();
    }
}

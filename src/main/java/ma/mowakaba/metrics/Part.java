package ma.mowakaba.metrics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kernel.Columns;

/**
 * An advisor's part of a live conversation.
 *
 * @param until empty while it lasts
 * @param hold how long of it the other side was made to wait
 * @param afterWork what he had to do after it, zero while he does it
 */
record Part(UUID advisor, Instant since, Optional<Instant> until, Duration hold, Duration afterWork, Queue queue) {

    static Part read(ResultSet row, int number) throws SQLException {
        return new Part(
                Columns.uuid(row, "advisor_id"),
                Columns.instant(row, "since"),
                Columns.maybeInstant(row, "left_at"),
                Duration.ofNanos(row.getLong("hold") * 1_000),
                Duration.ofNanos(row.getLong("after_work") * 1_000),
                Queue.read(row));
    }

    Stretch stretch(Instant now) {
        return new Stretch(since, until.orElse(now));
    }

    /** @return talk, hold and after-call work; empty while it lasts */
    Optional<Duration> handling() {
        return until.map(end -> Duration.between(since, end).plus(afterWork));
    }
}

package ma.mowakaba.metrics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.metrics.Scoreboard.By;
import ma.mowakaba.ticket.TicketState;

/**
 * A case as it was last seen.
 *
 * @param known whether anybody knows who asked
 * @param first whether it was resolved, and nobody came again
 */
record CaseSeen(
        String domain,
        String channel,
        String language,
        String advisor,
        boolean unfinished,
        Instant created,
        Optional<Instant> responded,
        Optional<Instant> resolved,
        boolean reopened,
        boolean known,
        boolean first) {

    static final Duration AGAIN_WITHIN = Duration.ofDays(7);

    static CaseSeen read(ResultSet row, int number) throws SQLException {
        return new CaseSeen(
                row.getString("domain"),
                Channel.valueOf(row.getString("channel")).code(),
                Language.valueOf(row.getString("language")).code(),
                Optional.ofNullable(row.getString("advisor_id")).orElse(""),
                TicketState.valueOf(row.getString("state")).unfinished(),
                Columns.instant(row, "created_at"),
                Columns.maybeInstant(row, "first_response_at"),
                Columns.maybeInstant(row, "resolved_at"),
                row.getBoolean("reopened"),
                row.getBoolean("known"),
                row.getBoolean("first_contact"));
    }

    boolean provisional(Instant now) {
        return resolved.filter(at -> at.plus(AGAIN_WITHIN).isAfter(now)).isPresent();
    }

    String value(By by) {
        return switch (by) {
            case ALL -> "";
            case DOMAIN -> domain;
            case CHANNEL -> channel;
            case LANGUAGE -> language;
            case ADVISOR -> advisor;
        };
    }
}

package ma.mowakaba.metrics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;

/** One contact that waited, and as what it counts. The flags are worked out once, by {@link FactQuery}, for figures and drill-down. */
record Fact(
        ContactId contact,
        Channel channel,
        DomainCode domain,
        Language language,
        Instant queuedAt,
        Optional<Instant> answeredAt,
        Optional<Instant> endedAt,
        Optional<Outcome> outcome,
        boolean answered,
        boolean abandoned,
        boolean waiting,
        boolean inProgress,
        boolean within,
        boolean brief,
        long waitedMicros,
        Optional<Long> handledMicros) {

    static Fact read(ResultSet row, int number) throws SQLException {
        return new Fact(
                new ContactId(Columns.uuid(row, "contact_id")),
                Channel.valueOf(row.getString("channel")),
                new DomainCode(row.getString("domain")),
                Language.valueOf(row.getString("language")),
                Columns.instant(row, "queued_at"),
                Columns.maybeInstant(row, "answered_at"),
                Columns.maybeInstant(row, "ended_at"),
                Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
                row.getBoolean("answered"),
                row.getBoolean("abandoned"),
                row.getBoolean("waiting"),
                row.getBoolean("in_progress"),
                row.getBoolean("in_time"),
                row.getBoolean("brief"),
                row.getLong("waited"),
                Optional.ofNullable(row.getObject("handling", Long.class)));
    }

    Scoreboard.CountedContact counted() {
        Optional<Duration> waited = answered || endedAt.isPresent()
                ? Optional.of(Duration.ofNanos(waitedMicros * 1_000))
                : Optional.empty();
        return new Scoreboard.CountedContact(
                contact,
                domain,
                language,
                channel,
                queuedAt,
                answeredAt,
                endedAt,
                outcome,
                answered,
                abandoned,
                waited);
    }
}

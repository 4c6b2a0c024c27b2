package ma.mowakaba.web.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import ma.mowakaba.kernel.Problem;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * What was answered to a POST with a key. A row without a status is a request that is being done, or that died with its node. The
 * transaction that does what was asked marks the row, so that a request is done again only where nothing of it was done.
 */
@Repository
class IdempotentAnswers {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration DEAD_AFTER = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotentAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param hash of what is asked; @param at tells this attempt from one that took it over */
    record Attempt(String client, String key, byte[] hash, Timestamp at) {}

    record Answer(
            byte[] hash,
            int status,
            boolean committed,
            @Nullable String location,
            @Nullable String type,
            byte[] body,
            Timestamp at) {

        void writeTo(HttpServletResponse response) throws IOException {
            response.setStatus(status);
            if (location != null) {
                response.setHeader("Location", location);
            }
            if (type != null) {
                response.setContentType(type);
            }
            response.setHeader("Idempotent-Replayed", "true");
            response.getOutputStream().write(body);
        }
    }

    Attempt attempt(String client, String key, byte[] hash) {
        return new Attempt(client, key, hash, Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    /**
     * @return the answer given before; empty when this attempt is the one to do it
     * @throws Problem CONFLICT when the key was used for something else, is being worked on, or was done but its answer is lost
     */
    Optional<Answer> begin(Attempt attempt) {
        try {
            jdbc.sql("INSERT INTO idempotency_key (client, idempotency_key, request_hash, created_at) VALUES"
                            + " (?, ?, ?, ?)")
                    .params(attempt.client(), attempt.key(), attempt.hash(), attempt.at())
                    .update();
            return Optional.empty();
        } catch (DuplicateKeyException e) {
            return repeated(attempt);
        }
    }

    private Optional<Answer> repeated(Attempt attempt) {
        Answer before = jdbc.sql("""
            SELECT request_hash, coalesce(status, 0) AS status, committed, location, content_type,
              coalesce(body, '') AS body, created_at
            FROM idempotency_key WHERE client = ? AND idempotency_key = ?\
            """)
                .params(attempt.client(), attempt.key())
                .query((row, i) -> new Answer(
                        row.getBytes(1),
                        row.getInt(2),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBytes(6),
                        row.getTimestamp(7)))
                .single();
        if (!Arrays.equals(before.hash(), attempt.hash())) {
            throw Problem.conflict("idempotency.other-request");
        }
        if (before.status() != 0) {
            return Optional.of(before);
        }
        if (takeOver(attempt, before)) {
            return Optional.empty();
        }
        boolean lost = before.committed() && before.at().before(dead());
        throw Problem.conflict(lost ? "idempotency.answer-lost" : "idempotency.in-progress");
    }

    private boolean takeOver(Attempt attempt, Answer dead) {
        return jdbc.sql("""
            UPDATE idempotency_key SET created_at = ?
            WHERE client = ? AND idempotency_key = ? AND status IS NULL AND NOT committed
              AND created_at = ? AND created_at < ?\
            """)
                        .params(attempt.at(), attempt.client(), attempt.key(), dead.at(), dead())
                        .update()
                == 1;
    }

    private Timestamp dead() {
        return Timestamp.from(clock.instant().minus(DEAD_AFTER));
    }

    /**
     * In the transaction that does what was asked, before its commit.
     *
     * @throws Problem CONFLICT when somebody else does it by now
     */
    void commit(Attempt attempt) {
        int mine = jdbc.sql("UPDATE idempotency_key SET committed = TRUE WHERE client = ? AND idempotency_key = ? AND"
                        + " created_at = ?")
                .params(attempt.client(), attempt.key(), attempt.at())
                .update();
        if (mine == 0) {
            throw Problem.conflict("idempotency.in-progress");
        }
    }

    void keep(Attempt attempt, ContentCachingResponseWrapper answer) {
        jdbc.sql("""
            UPDATE idempotency_key SET status = :status, location = :location, content_type = :type, body = :body
            WHERE client = :client AND idempotency_key = :key\
            """)
                .param("status", answer.getStatus())
                .param("location", answer.getHeader("Location"))
                .param("type", answer.getContentType())
                .param("body", answer.getContentAsByteArray())
                .param("client", attempt.client())
                .param("key", attempt.key())
                .update();
    }

    /** Unless something of it was done. */
    void forget(Attempt attempt) {
        jdbc.sql("DELETE FROM idempotency_key WHERE client = ? AND idempotency_key = ? AND created_at = ? AND NOT"
                        + " committed")
                .params(attempt.client(), attempt.key(), attempt.at())
                .update();
    }

    @Scheduled(cron = "0 17 * * * *")
    @SchedulerLock(name = "idempotency-keys-expire")
    void expire() {
        jdbc.sql("DELETE FROM idempotency_key WHERE created_at < ?")
                .params(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}

package ma.mowakaba.web.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
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

/** What was answered to a POST with a key. A row without a status is a request that is being done, or that died with its node. */
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

    /** @param hash of what is asked */
    record Attempt(String client, String key, byte[] hash) {}

    record Answer(
            byte[] hash,
            int status,
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

    /**
     * @return the answer given before; empty when this attempt is the one to do it
     * @throws Problem CONFLICT when the key was used for something else or is being worked on
     */
    Optional<Answer> begin(Attempt attempt) {
        try {
            jdbc.sql("INSERT INTO idempotency_key (client, idempotency_key, request_hash, created_at) VALUES"
                            + " (?, ?, ?, ?)")
                    .params(attempt.client(), attempt.key(), attempt.hash(), now())
                    .update();
            return Optional.empty();
        } catch (DuplicateKeyException e) {
            return repeated(attempt);
        }
    }

    private Optional<Answer> repeated(Attempt attempt) {
        Answer before = jdbc.sql("""
            SELECT request_hash, coalesce(status, 0) AS status, location, content_type, coalesce(body, '') AS body, created_at
            FROM idempotency_key WHERE client = ? AND idempotency_key = ?\
            """)
                .params(attempt.client(), attempt.key())
                .query((row, i) -> new Answer(
                        row.getBytes(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBytes(5),
                        row.getTimestamp(6)))
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
        throw Problem.conflict("idempotency.in-progress");
    }

    private boolean takeOver(Attempt attempt, Answer dead) {
        Timestamp limit = Timestamp.from(clock.instant().minus(DEAD_AFTER));
        return jdbc.sql("""
            UPDATE idempotency_key SET created_at = ?
            WHERE client = ? AND idempotency_key = ? AND status IS NULL AND created_at = ? AND created_at < ?\
            """)
                        .params(now(), attempt.client(), attempt.key(), dead.at(), limit)
                        .update()
                == 1;
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

    void forget(Attempt attempt) {
        jdbc.sql("DELETE FROM idempotency_key WHERE client = ? AND idempotency_key = ?")
                .params(attempt.client(), attempt.key())
                .update();
    }

    @Scheduled(cron = "0 17 * * * *")
    @SchedulerLock(name = "idempotency-keys-expire")
    void expire() {
        jdbc.sql("DELETE FROM idempotency_key WHERE created_at < ?")
                .params(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}

package ma.mowakaba.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import ma.mowakaba.Center;
import ma.mowakaba.Center.Answer;
import ma.mowakaba.CenterTest;
import ma.mowakaba.kernel.Columns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A POST with a key is done once, whatever dies when. */
@CenterTest
class IdempotencyCenterTest {

    private final String key = UUID.randomUUID().toString();
    private final String body = "{\"subject\":\"Une fois " + key
            + "\",\"body\":\"Bonjour\",\"domain\":\"funding\",\"language\":\"fr\",\"requester\":{\"email\":\"k@example.ma\"}}";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Center center;

    @BeforeEach
    void find() {
        center = Center.at(port);
    }

    @Test
    void tenAtOnceMakeOneCase() throws Exception {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> posts = IntStream.range(0, 10)
                    .<Callable<Answer>>mapToObj(n -> this::post)
                    .toList();
            List<Integer> statuses = many.invokeAll(posts).stream()
                    .map(Future::resultNow)
                    .map(Answer::status)
                    .toList();
            assertThat(statuses).contains(201).containsOnly(201, 409);
        }
        assertThat(cases()).isEqualTo(1);
    }

    @Test
    void whatWasDoneWhenTheNodeDiedIsNotDoneAgain() {
        assertThat(post().status()).isEqualTo(201);
        jdbc.sql("update idempotency_key set status = null, location = null, body = null, created_at = ?"
                        + " where idempotency_key = ?")
                .params(Columns.utc(Instant.now().minusSeconds(300)), key)
                .update();

        Answer again = post();

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("title").asString()).isEqualTo("Demande exécutée, réponse perdue");
        assertThat(cases()).isEqualTo(1);
    }

    @Test
    void whatWasNotDoneWhenTheNodeDiedIsDoneByTheNextAttempt() throws Exception {
        post(); // who asks is known by this only
        String client = jdbc.sql("select client from idempotency_key where idempotency_key = ?")
                .param(key)
                .query(String.class)
                .single();
        String other = UUID.randomUUID().toString();
        String text = body.replace(key, other);
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        hash.update("/api/tickets".getBytes(StandardCharsets.UTF_8));
        jdbc.sql("insert into idempotency_key (client, idempotency_key, request_hash, created_at) values (?, ?, ?, ?)")
                .params(
                        client,
                        other,
                        hash.digest(text.getBytes(StandardCharsets.UTF_8)),
                        Columns.utc(Instant.now().minusSeconds(300)))
                .update();

        assertThat(center.post("/api/tickets", text, "Idempotency-Key", other).status())
                .isEqualTo(201);
    }

    @Test
    void everyPostThatCreatesHonoursItsKey() {
        String path = post().header("Location");
        center.patch(path, "{\"advisor\":\"advisor\"}", "If-Match", "*");
        for (String texts : List.of("/notes", "/replies")) {
            String once = UUID.randomUUID().toString();
            Answer first = center.post(path + texts, "{\"body\":\"Une fois\"}", "Idempotency-Key", once);
            Answer second = center.post(path + texts, "{\"body\":\"Une fois\"}", "Idempotency-Key", once);
            assertThat(first.status()).as(texts).isEqualTo(201);
            assertThat(second.body()).as(texts).isEqualTo(first.body());
            assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        }
        String dialled = UUID.randomUUID().toString();
        String call = "{\"to\":\"0661228877\",\"advisor\":\"advisor2\"}";
        assertThat(center.post("/api/calls", call, "Idempotency-Key", dialled).header("Location"))
                .isEqualTo(center.post("/api/calls", call, "Idempotency-Key", dialled)
                        .header("Location"));
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        assertThat(center.post("/api/tickets", body, "Idempotency-Key", "x".repeat(201))
                        .status())
                .isEqualTo(400);
        assertThat(cases()).isZero();
    }

    private Answer post() {
        return center.post("/api/tickets", body, "Idempotency-Key", key);
    }

    private long cases() {
        return jdbc.sql("select count(*) from ticket where subject = ?")
                .param("Une fois " + key)
                .query(Long.class)
                .single();
    }
}

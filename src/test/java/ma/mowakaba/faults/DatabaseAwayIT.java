package ma.mowakaba.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import ma.mowakaba.Center;
import ma.mowakaba.Center.Answer;
import ma.mowakaba.CenterTest;
import ma.mowakaba.demo.database.EmbeddedMariaDb;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The database is frozen for longer than anybody waits for a connection. */
@CenterTest
class DatabaseAwayIT {

    private static final Duration AWAY = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    EmbeddedMariaDb database;

    @Test
    void mailsHandedOverWhileTheDatabaseIsAwayAreRefusedOrKeptAndNeverTwice() throws Exception {
        Center center = Center.at(port);
        List<byte[]> mails = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            mails.add(mail(UUID.randomUUID().toString()));
        }
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        signal("STOP");
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                mails.forEach(raw -> answers.add(CompletableFuture.supplyAsync(() -> center.mail(raw), senders)));
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory())
                        .schedule(() -> {}, AWAY.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                        .get();
            } finally {
                signal("CONT");
            }
            assertThat(answers).extracting(answer -> answer.join().status()).isSubsetOf(201, 503);
        }

        await().atMost(Duration.ofSeconds(30))
                .until(() -> center.get("/actuator/health/readiness").status() == 200);
        Set<String> tickets = new HashSet<>();
        for (byte[] raw : mails) {
            Answer again = center.mail(raw);
            assertThat(again.status()).isIn(200, 201);
            Answer oncemore = center.mail(raw);
            assertThat(oncemore.body().path("outcome").asString()).isEqualTo("duplicate");
            assertThat(oncemore.body().path("ticket").asString())
                    .isEqualTo(again.body().path("ticket").asString());
            tickets.add(oncemore.body().path("ticket").asString());
        }
        assertThat(tickets).hasSize(mails.size());
        tickets.forEach(ticket -> done(center, ticket));
    }

    /** Whoever comes to work in a later test does not find them in the line. */
    private static void done(Center center, String ticket) {
        await().until(() -> {
            Answer now = center.get("/api/tickets/" + ticket);
            String version = now.header("ETag");
            return center.patch("/api/tickets/" + ticket, Map.of("state", "resolved"), "If-Match", version)
                            .status()
                    == 200;
        });
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(database.process().pid()))
                .start()
                .waitFor();
    }

    private static byte[] mail(String id) {
        return """
            From: Association <%1$s@example.ma>
            To: contact@example.ma
            Subject: Question %1$s
            Message-ID: <%1$s@example.ma>
            Content-Type: text/plain; charset=UTF-8

            Comment créer une association ?
            """.formatted(id).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}

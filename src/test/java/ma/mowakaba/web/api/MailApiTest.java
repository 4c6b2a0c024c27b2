package ma.mowakaba.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import ma.mowakaba.Center;
import ma.mowakaba.Center.Answer;
import ma.mowakaba.CenterTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@CenterTest
class MailApiTest {

    @LocalServerPort
    int port;

    @Test
    void aMailIsAnsweredWithItsTicketAndTheSameBytesWithTheSame() {
        byte[] raw = mail("Bonjour");

        Answer first = Center.at(port).mail(raw);
        Answer second = Center.at(port).mail(raw);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("outcome").asString()).isEqualTo("created");
        assertThat(first.body().path("ticket").asString()).matches("20[0-9]{2}-[0-9]{6,9}");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().path("outcome").asString()).isEqualTo("duplicate");
        assertThat(second.body().path("ticket")).isEqualTo(first.body().path("ticket"));
        assertThat(second.body().path("messageId")).isEqualTo(first.body().path("messageId"));
    }

    @Test
    void whatIsNoMailIsRefusedByItsKind() {
        assertThat(Center.at(port).mail(new byte[0]).status()).isEqualTo(400);
        assertThat(post("application/json", "{}".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(415);
        assertThat(post("message/rfc822", new byte[25 * 1024 * 1024 + 1]).status())
                .isEqualTo(413);
    }

    @Test
    void anUnreadableMailIsKeptAndSaysSo() {
        Answer answer = Center.at(port).mail(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("outcome").asString()).isEqualTo("quarantined");
        assertThat(answer.body().path("reason").asString()).isEqualTo("unreadable");
    }

    private Answer post(String type, byte[] body) {
        return Center.at(port)
                .send(
                        HttpRequest.newBuilder().POST(BodyPublishers.ofByteArray(body)),
                        "/api/mail",
                        Map.of("Content-Type", type));
    }

    private static byte[] mail(String text) {
        String id = UUID.randomUUID() + "@example.ma";
        return ("From: " + id + "\r\nSubject: Question\r\nMessage-ID: <" + id + ">\r\n\r\n" + text + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}

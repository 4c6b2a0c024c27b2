package ma.mowakaba.mail;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static ma.mowakaba.mail.MailTexts.freshAddress;
import static ma.mowakaba.mail.MailTexts.mail;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ma.mowakaba.CenterTest;
import ma.mowakaba.mail.Mailroom.Handled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** {@code docs/mail/mowakaba-mail}, as Postfix and Exim run it: by its exit code the mail server knows whether to keep the mail. */
@CenterTest
class PipeCenterTest {

    private static final int TAKEN = 0;
    private static final int TOO_LARGE = 69;
    private static final int KEEP_AND_TRY_AGAIN = 75;

    @RegisterExtension
    static final WireMockExtension BROKEN =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @LocalServerPort
    int port;

    @Autowired
    Mailroom mailroom;

    @Autowired
    RawMails raws;

    @TempDir
    Path folder;

    @Test
    void aMailThatIsPipedIsInTheCenterByteForByteAndOnceHoweverOftenItComes() throws Exception {
        byte[] raw = mail(freshAddress(), "Par le tuyau", "Bonjour.\r\n.\r\nFin");

        assertThat(pipe(raw, center("demo-api-token"))).isEqualTo(TAKEN);
        assertThat(pipe(raw, center("demo-api-token"))).isEqualTo(TAKEN);

        assertThat(raws.bytes(raws.sameBytes(raw).orElseThrow().id())).isEqualTo(raw);
        assertThat(mailroom.accept(raw).outcome()).isEqualTo(Handled.DUPLICATE);
    }

    @Test
    void theMailServerKeepsWhatTheCenterCannotTakeNow() throws Exception {
        byte[] raw = mail(freshAddress(), "Plus tard", "Bonjour");

        assertThat(pipe(raw, center("wrong-token"))).isEqualTo(KEEP_AND_TRY_AGAIN);
        assertThat(pipe(raw, settings("http://127.0.0.1:1/api/mail", "demo-api-token")))
                .isEqualTo(KEEP_AND_TRY_AGAIN);
        assertThat(pipe(raw, folder.resolve("missing"))).isEqualTo(KEEP_AND_TRY_AGAIN);
        Path broken = settings(BROKEN.baseUrl() + "/api/mail", "demo-api-token");
        BROKEN.stubFor(post(urlEqualTo("/api/mail")).willReturn(aResponse().withStatus(503)));
        assertThat(pipe(raw, broken)).isEqualTo(KEEP_AND_TRY_AGAIN);
        BROKEN.stubFor(post(urlEqualTo("/api/mail")).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThat(pipe(raw, broken)).isEqualTo(KEEP_AND_TRY_AGAIN);
        BROKEN.stubFor(post(urlEqualTo("/api/mail")).willReturn(ok().withFixedDelay(4_000)));
        assertThat(pipe(raw, broken)).isEqualTo(KEEP_AND_TRY_AGAIN);

        assertThat(raws.sameBytes(raw)).isEmpty();
    }

    @Test
    void theSenderOfAMailThatIsTooLargeHearsOfIt() throws Exception {
        byte[] raw = mail(freshAddress(), "Grand", "Bonjour. ".repeat(3_000_000));

        assertThat(pipe(raw, center("demo-api-token"))).isEqualTo(TOO_LARGE);
    }

    private Path center(String token) throws IOException {
        return settings("http://127.0.0.1:" + port + "/api/mail", token);
    }

    /** As {@code docs/mail.md} says that it is written. */
    private Path settings(String url, String token) throws IOException {
        return Files.writeString(
                Files.createTempFile(folder, "mail", ".curl"),
                "url = \"" + url + "\"\nheader = \"Authorization: Bearer " + token + "\"\n");
    }

    private static int pipe(byte[] raw, Path settings) throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder("docs/mail/mowakaba-mail").redirectErrorStream(true);
        script.environment().put("MOWAKABA_MAIL_SETTINGS", settings.toString());
        script.environment().put("MOWAKABA_MAIL_PATIENCE", "3");
        Process running = script.start();
        try (var in = running.getOutputStream()) {
            in.write(raw);
        } catch (IOException brokenPipe) {
            // it did not want to hear the rest
        }
        running.getInputStream().readAllBytes();
        return running.waitFor();
    }
}

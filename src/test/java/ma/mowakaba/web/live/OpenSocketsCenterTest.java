package ma.mowakaba.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import ma.mowakaba.CenterTest;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Capacity;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.Role;
import ma.mowakaba.staff.StaffId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@CenterTest
class OpenSocketsCenterTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String PASSWORD = "long enough a password";

    @Autowired
    Accounts accounts;

    @Autowired
    PresenceBoard presence;

    @Value("${local.server.port}")
    int port;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String name = "socket-" + UUID.randomUUID();

    @Test
    void theSocketOfADisabledAccountDiesWithinFiveSeconds() throws Exception {
        StaffId id = signedIn();
        var closed = new AtomicBoolean();
        connect("http://localhost:" + port, closed);
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(20)).untilFalse(closed);
        assertThat(page("/tickets")).as("before").isEqualTo(200);
        accounts.disable(id);
        assertThat(page("/tickets")).as("the very next page").isEqualTo(302);
        assertThat(presence.of(id).state()).isEqualTo(Presence.State.OFFLINE);
        await().atMost(Duration.ofSeconds(5)).untilTrue(closed);
    }

    private int page(String path) throws Exception {
        return browser.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Accept", "text/html")
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aPageOfAnotherOriginCannotUseTheSession() throws Exception {
        signedIn();
        assertThatThrownBy(() -> connect("https://elsewhere.example.org", new AtomicBoolean()))
                .hasCauseInstanceOf(java.net.http.WebSocketHandshakeException.class);
    }

    private StaffId signedIn() throws Exception {
        StaffId id = accounts.create(
                new Advisor(
                        new StaffId(UUID.randomUUID()),
                        name,
                        "Test Test",
                        Language.FR,
                        Set.of(Role.ADVISOR),
                        Optional.empty(),
                        Set.of(),
                        Capacity.USUAL),
                PASSWORD);
        var found = CSRF.matcher(browser.send(
                        HttpRequest.newBuilder(page())
                                .header("Accept", "text/html")
                                .build(),
                        BodyHandlers.ofString())
                .body());
        assertThat(found.find()).isTrue();
        String form = "username=" + name + "&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8)
                + "&_csrf=" + URLEncoder.encode(found.group(1), StandardCharsets.UTF_8);
        browser.send(
                HttpRequest.newBuilder(page())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        return id;
    }

    private URI page() {
        return URI.create("http://localhost:" + port + "/sign-in");
    }

    private WebSocket connect(String origin, AtomicBoolean closed) {
        return browser.newWebSocketBuilder()
                .header("Origin", origin)
                .subprotocols("v12.stomp")
                .buildAsync(URI.create("ws://localhost:" + port + "/ws"), new WebSocket.Listener() {
                    @Override
                    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                        closed.set(true);
                        return null;
                    }

                    @Override
                    public void onError(WebSocket socket, Throwable error) {
                        closed.set(true);
                    }
                })
                .join();
    }
}

package ma.mowakaba.web.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import ma.mowakaba.CenterTest;
import ma.mowakaba.chat.ChatId;
import ma.mowakaba.chat.ChatRooms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The visitor's protocol, spoken by hand: what a right widget does, and what a wrong or foreign one is refused. */
@CenterTest
class WidgetCenterTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SITE = "http://localhost:8081";

    @Value("${local.server.port}")
    int port;

    @Autowired
    ChatRooms rooms;

    @Test
    void aVisitorOpensARoomSpeaksOverStompAndReadsOnFromANumber() throws Exception {
        JsonNode room = open();
        String id = room.get("id").asString();
        Heard heard = new Heard();
        WebSocket socket = connect(SITE, heard);
        socket.sendText(connectFrame(id, room.get("secret").asString()), true);
        await().until(() -> heard.any("CONNECTED"));
        socket.sendText("SUBSCRIBE\nid:0\ndestination:/topic/chat." + id + "\n\n\0", true);
        socket.sendText(say(id, "c-1", "بغيت نسول على التجديد"), true);
        socket.sendText(say(id, "c-1", "بغيت نسول على التجديد"), true);
        // as the widget does: the next line leaves when the one before is stored
        await().until(() ->
                !rooms.lines(new ChatId(java.util.UUID.fromString(id)), 0).isEmpty());
        socket.sendText(say(id, "c-2", "bghit nsewel"), true);
        await().until(() -> heard.any("\"number\":2"));
        assertThat(rooms.lines(new ChatId(java.util.UUID.fromString(id)), 0)).hasSize(2);
        HttpResponse<String> later = get("/widget/chats/" + id + "/lines?after=1", room);
        assertThat(JSON.readTree(later.body())).hasSize(1);
        assertThat(JSON.readTree(later.body()).get(0).get("text").asString()).isEqualTo("bghit nsewel");
        socket.abort();
    }

    @Test
    void aWrongSecretClosesTheSocketAndOpensNoRoom() throws Exception {
        JsonNode mine = open();
        JsonNode other = open();
        Heard heard = new Heard();
        connect(SITE, heard)
                .sendText(
                        connectFrame(
                                mine.get("id").asString(), other.get("secret").asString()),
                        true);
        await().until(() -> heard.closed);
        assertThat(heard.any("CONNECTED")).isFalse();
        HttpRequest request = HttpRequest.newBuilder(
                        uri("/widget/chats/" + mine.get("id").asString() + "/lines"))
                .header(WidgetSecurity.SECRET, other.get("secret").asString())
                .build();
        assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    }

    @Test
    void aVisitorHearsAndSpeaksInNoRoomButHisOwn() throws Exception {
        JsonNode mine = open();
        String other = open().get("id").asString();
        for (String frame : List.of(
                "SUBSCRIBE\nid:0\ndestination:/topic/chat." + other + "\n\n\0",
                "SUBSCRIBE\nid:0\ndestination:/topic/live/queue/ar\n\n\0",
                "SUBSCRIBE\nid:0\ndestination:/user/queue/live/ar\n\n\0",
                say(other, "x", "intrus"),
                "SEND\ndestination:/topic/chat." + other + "\n\n{}\0")) {
            Heard heard = new Heard();
            WebSocket socket = connect(SITE, heard);
            socket.sendText(
                    connectFrame(mine.get("id").asString(), mine.get("secret").asString()), true);
            await().until(() -> heard.any("CONNECTED"));
            socket.sendText(frame, true);
            await().untilAsserted(() -> assertThat(heard.closed).isTrue());
        }
        assertThat(rooms.lines(new ChatId(java.util.UUID.fromString(other)), 0)).isEmpty();
    }

    @Test
    void aSuggestionLeadsToItsArticleOnTheHelpSite() throws Exception {
        JsonNode room = open();
        String id = room.get("id").asString();
        rooms.visitorSays(new ChatId(java.util.UUID.fromString(id)), "c-1", "kifach njeddedo lmaktab");

        JsonNode suggestions =
                JSON.readTree(get("/widget/chats/" + id + "/suggestions", room).body());

        String link = suggestions.get(0).get("link").asString();
        assertThat(link).containsPattern("/help/(ar|fr)/renew-bureau#");
        HttpRequest article = HttpRequest.newBuilder(uri(link.substring(link.indexOf("/help"), link.indexOf('#'))))
                .header("Accept", "text/html")
                .build();
        assertThat(HTTP.send(article, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Test
    void aForeignOriginIsRefused() throws Exception {
        assertThatThrownBy(() -> connect("https://elsewhere.example.org", new Heard()))
                .hasMessageContaining("403");
        HttpRequest request = HttpRequest.newBuilder(uri("/widget/messages?lang=fr"))
                .header("Origin", "https://elsewhere.example.org")
                .build();
        assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    @Test
    void anAllowedOriginMayReadTheModulesTheStyleAndTheLabelsAndNoCookieIsSet() throws Exception {
        for (String path : List.of("/widget/mowakaba-widget.js", "/widget/widget.css", "/widget/messages?lang=ar")) {
            HttpRequest request =
                    HttpRequest.newBuilder(uri(path)).header("Origin", SITE).build();
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(SITE);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void theEndpointOfTheStaffIsClosedToStrangers() {
        assertThatThrownBy(() -> connect("/ws", "http://localhost:" + port, new Heard()))
                .hasMessageMatching(".*(401|403|302).*");
    }

    @Test
    void anUnknownFieldIsRefusedAndNothingIsOpened() throws Exception {
        HttpResponse<String> answer = post("/widget/chats", "{\"language\":\"fr\",\"admin\":true}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
    }

    private JsonNode open() throws Exception {
        HttpResponse<String> answer = post("/widget/chats", "{\"language\":\"ar\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Origin", SITE)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, JsonNode room) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(uri(path))
                        .header(WidgetSecurity.SECRET, room.get("secret").asString())
                        .build(),
                BodyHandlers.ofString());
    }

    private WebSocket connect(String origin, Heard heard) {
        return connect("/ws/widget", origin, heard);
    }

    private WebSocket connect(String path, String origin, Heard heard) {
        try {
            return HTTP.newWebSocketBuilder()
                    .header("Origin", origin)
                    .subprotocols("v12.stomp")
                    .buildAsync(URI.create("ws://localhost:" + port + path), heard)
                    .join();
        } catch (java.util.concurrent.CompletionException e) {
            Throwable why = e.getCause();
            throw new IllegalStateException(
                    why instanceof java.net.http.WebSocketHandshakeException refused
                            ? String.valueOf(refused.getResponse().statusCode())
                            : String.valueOf(why));
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String connectFrame(String chat, String secret) {
        return "CONNECT\naccept-version:1.2\nheart-beat:0,0\nchat:" + chat + "\nsecret:" + secret + "\n\n\0";
    }

    private static String say(String chat, String clientId, String text) {
        return "SEND\ndestination:/app/chat." + chat + ".say\ncontent-type:application/json\n\n{\"clientId\":\""
                + clientId + "\",\"text\":\"" + text + "\"}\0";
    }

    /** What came over the socket. */
    private static final class Heard implements WebSocket.Listener {
        private final List<String> frames = new CopyOnWriteArrayList<>();
        private volatile boolean closed;

        boolean any(String part) {
            return frames.stream().anyMatch(frame -> frame.contains(part));
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            frames.add(data.toString());
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed = true;
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed = true;
        }
    }
}

package ma.mowakaba.web.live;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser does for a live page: signs in, opens the socket with the page's token, and listens. */
public final class LiveScreen implements AutoCloseable {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern PAGE_TOKEN =
            Pattern.compile("data-csrf=\"\\{&quot;([^&]+)&quot;:&quot;([^&]+)&quot;}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String center;

    /** All that came, oldest first: MESSAGE, CONNECTED, ERROR, and CLOSED when the socket has gone. */
    public final List<Frame> frames = new CopyOnWriteArrayList<>();

    private volatile CountDownLatch answered = new CountDownLatch(1);
    private volatile Consumer<Frame> listener = frame -> {};
    private volatile @Nullable Consumer<String> reader;
    private volatile @Nullable WebSocket socket;

    /** @param body JSON of a MESSAGE, missing otherwise */
    public record Frame(String command, String subscription, JsonNode body) {

        public String part() {
            return body.path("part").asString("");
        }

        public boolean shows(String text) {
            return body.toString().contains(text);
        }
    }

    private LiveScreen(int port) {
        center = "localhost:" + port;
    }

    public static LiveScreen signedIn(int port, String username, String password) throws Exception {
        LiveScreen screen = new LiveScreen(port);
        String token = found(FORM_TOKEN, screen.page("/sign-in")).group(1);
        String form = "username=" + username + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8)
                + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        screen.browser.send(
                screen.request("/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        return screen;
    }

    /** A widget's socket needs no session but the secret of its room. */
    public static LiveScreen ofVisitor(int port, String chat, String secret) {
        LiveScreen screen = new LiveScreen(port);
        screen.open("/ws/widget", Map.of("chat", chat, "secret", secret));
        return screen;
    }

    /**
     * Waits for the answer: see {@link #connected()}.
     *
     * @param page whose token the socket is opened with, such as {@code /wallboard}
     */
    public LiveScreen connect(String page) throws Exception {
        Matcher token = found(PAGE_TOKEN, page(page));
        open("/ws", Map.of(token.group(1), token.group(2)));
        return this;
    }

    /** The subscription is named like the destination. */
    public LiveScreen watch(String destination) {
        send("SUBSCRIBE", Map.of("id", destination, "destination", destination), "");
        return this;
    }

    public LiveScreen say(String destination, String json) {
        send("SEND", Map.of("destination", destination, "content-type", "application/json"), json);
        return this;
    }

    /** @param heard called on the socket's thread */
    public LiveScreen onFrame(Consumer<Frame> heard) {
        listener = heard;
        return this;
    }

    /** @param heard called on the socket's thread with the text of each MESSAGE, which is neither understood nor kept then */
    public LiveScreen onMessage(Consumer<String> heard) {
        reader = heard;
        return this;
    }

    public JsonNode snapshot(String path) throws Exception {
        return JSON.readTree(page(path));
    }

    public boolean connected() {
        return has("CONNECTED") && !has("CLOSED");
    }

    public boolean has(String command) {
        return frames.stream().anyMatch(frame -> frame.command().equals(command));
    }

    @Override
    public void close() {
        hangUp();
        browser.shutdownNow();
    }

    private void hangUp() {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    private String page(String path) throws Exception {
        return browser.send(
                        request(path)
                                .header("Accept", "text/html, application/json")
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + center + path));
    }

    private static Matcher found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return matcher;
    }

    private void open(String path, Map<String, String> headers) {
        hangUp();
        frames.clear();
        answered = new CountDownLatch(1);
        socket = browser.newWebSocketBuilder()
                .header("Origin", "http://" + center)
                .subprotocols("v12.stomp")
                .buildAsync(URI.create("ws://" + center + path), new Ears())
                .join();
        var all = new java.util.LinkedHashMap<>(headers);
        all.put("accept-version", "1.2");
        all.put("heart-beat", "0,0");
        all.put("host", "localhost");
        send("CONNECT", all, "");
        try {
            answered.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void send(String command, Map<String, String> headers, String body) {
        StringBuilder frame = new StringBuilder(command).append('\n');
        headers.forEach(
                (name, value) -> frame.append(name).append(':').append(value).append('\n'));
        WebSocket open = socket;
        if (open != null) {
            open.sendText(frame.append('\n').append(body).append('\0'), true).join();
        }
    }

    private final class Ears implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence some, boolean last) {
            int before = text.length();
            text.append(some);
            for (int end = text.indexOf("\0", before); end >= 0; end = text.indexOf("\0")) {
                heard(text.substring(0, end).stripLeading());
                text.delete(0, end + 1);
            }
            from.request(1);
            return null;
        }

        private void heard(String frame) {
            int body = frame.indexOf("\n\n");
            Consumer<String> reads = reader;
            if (reads != null && frame.startsWith("MESSAGE")) {
                reads.accept(frame.substring(body + 2));
                return;
            }
            String[] head = frame.substring(0, body).split("\r?\n");
            String subscription = "";
            for (String line : head) {
                subscription =
                        line.startsWith("subscription:") ? line.substring(13).replace("\\c", ":") : subscription;
            }
            boolean message = head[0].equals("MESSAGE");
            tell(new Frame(
                    head[0], subscription, message ? JSON.readTree(frame.substring(body + 2)) : JSON.missingNode()));
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            tell(new Frame("CLOSED", "", JSON.missingNode()));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            tell(new Frame("CLOSED", "", JSON.missingNode()));
        }

        private void tell(Frame frame) {
            frames.add(frame);
            answered.countDown();
            listener.accept(frame);
        }
    }
}

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The four journeys through public interfaces only. Uses nothing but the JDK. */
public class Tour {

    private final String center;
    private final String token = System.getenv().getOrDefault("MOWAKABA_TOKEN", "demo-api-token");
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private int passed;
    private int failed;

    Tour(String center) {
        this.center = center;
    }

    public static void main(String[] args) throws Exception {
        var tour = new Tour(args.length > 0 ? args[0] : "http://localhost:8080");
        tour.mail();
        tour.knowledge();
        tour.chat();
        tour.call();
        tour.figures();
        System.out.printf("%n%d passed, %d failed%n", tour.passed, tour.failed);
        System.exit(tour.failed == 0 ? 0 : 1);
    }

    // ---- mail

    void mail() {
        String id = UUID.randomUUID().toString();
        String from = "tour-" + id.substring(0, 8) + "@example.ma";
        byte[] raw = letter(from, id, "Récépissé provisoire refusé", "",
                "Bonjour, l’agent a pris notre dossier mais refuse le récépissé provisoire. Que dit la loi ?");
        Reply first = post("/api/mail", "message/rfc822", raw);
        String ticket = first.text("ticket");
        step("mail", "a raw mail becomes ticket " + ticket, first.status == 201 && first.text("outcome").equals("created"), first);
        Reply again = post("/api/mail", "message/rfc822", raw);
        step("mail", "the same bytes are a duplicate of " + ticket, again.text("outcome").equals("duplicate") && again.text("ticket").equals(ticket), again);
        Reply shown = get("/api/tickets/" + ticket);
        step("mail", ticket + " was classified as " + shown.text("domain") + ", " + shown.text("language"),
                shown.text("language").equals("fr") && shown.text("domain").equals("association-life"), shown);
        Reply acknowledged = eventually(() -> get("/api/tickets/" + ticket + "/timeline?size=100"), r -> r.body.contains("\"out\""));
        step("mail", ticket + " was acknowledged in the sender’s language", acknowledged.body.contains("\"out\""), acknowledged);
        Reply assigned = eventually(() -> get("/api/tickets/" + ticket + "/timeline?size=100"), r -> r.body.contains("\"assignment\""));
        step("mail", ticket + " was routed, with its reason", assigned.body.contains("\"assignment\""), assigned);
        Reply answered = post("/api/tickets/" + ticket + "/replies", "application/json",
                "{\"body\":\"Bonjour, voici ce que dit la loi.\",\"articles\":[\"refused-or-missing-receipt\"]}");
        step("mail", "an answer with a pinned article leaves " + ticket, answered.status == 201, answered);
        Reply pinned = eventually(() -> get("/api/tickets/" + ticket + "/timeline?size=100"), r -> r.body.contains("\"article\""));
        step("mail", "the article’s version stands on " + ticket, pinned.body.contains("\"refused-or-missing-receipt\""), pinned);
        Reply back = post("/api/mail", "message/rfc822",
                letter(from, UUID.randomUUID().toString(), "Re: [" + ticket + "] Récépissé provisoire refusé", "", "Merci beaucoup !"));
        step("mail", "the sender’s answer lands on " + ticket, back.text("outcome").equals("appended") && back.text("ticket").equals(ticket), back);
    }

    private static byte[] letter(String from, String id, String subject, String headers, String text) {
        String mail = "From: Association Horizon <" + from + ">\nTo: contact@example.ma\nSubject: " + subject + "\nMessage-ID: <" + id
                + "@example.ma>\nDate: Mon, 23 Nov 2026 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
                + "Content-Transfer-Encoding: 8bit\n" + headers + "\n" + text + "\n";
        return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    // ---- knowledge

    void knowledge() {
        var questions = Map.of(
                "French", "refus du récépissé provisoire",
                "Arabic", "رفض تسليم الوصل المؤقت",
                "Darija", "ماعطاوناش الوصل المؤقت شنو نديرو",
                "Arabizi", "ma bghawch y3tiwna lwasl lmo2a99at");
        questions.forEach((writing, question) -> {
            Reply found = get("/api/kb/search?lang=ar&size=5&q=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
            step("answer", writing + " finds the article on receipts, in Arabic",
                    found.body.contains("refused-or-missing-receipt") || found.body.contains("temporary-and-final-receipt"), found);
        });
        Reply article = get("/api/kb/articles/create-association?lang=fr");
        step("answer", "an article shows its sources and the day it was checked",
                article.body.contains("\"sources\"") && article.text("verifiedOn").matches("\\d{4}-\\d\\d-\\d\\d"), article);
        Reply classified = get("/api/classify?text=" + URLEncoder.encode("Comment obtenir une subvention de l’État pour notre projet ?", StandardCharsets.UTF_8));
        step("answer", "a text is classified as " + classified.text("domain"), classified.text("domain").equals("funding"), classified);
    }

    // ---- chat

    void chat() throws Exception {
        Reply opened = post("/widget/chats", "application/json", "{\"language\":\"ar\",\"domain\":\"association-life\",\"name\":\"زائر\"}");
        String chat = opened.text("id");
        String secret = opened.text("secret");
        step("chat", "a visitor opens a room", opened.status == 201 && !secret.isBlank(), opened);
        var wire = new Stomp(chat, secret);
        wire.say(UUID.randomUUID().toString(), "شحال د الوقت باش يعطيونا الوصل النهائي؟");
        step("chat", "his line comes back numbered over STOMP", wire.hears("\"from\":\"visitor\""), null);
        Reply offered = get("/widget/chats/" + chat + "/suggestions", "X-Chat-Secret", secret);
        step("chat", "passages are suggested first: " + offered.text("title"), offered.body.contains("\"passage\""), offered);
        wire.cut();
        Reply missed = get("/widget/chats/" + chat + "/lines?after=0", "X-Chat-Secret", secret);
        step("chat", "after a cut he has every line again", missed.status == 200 && missed.body.contains("visitor"), missed);
        Reply asked = put("/widget/chats/" + chat + "/advisor", "{}", "X-Chat-Secret", secret);
        boolean staffed = !asked.text("state").equals("guided");
        step("chat", staffed ? "an advisor is asked for: " + asked.text("state") : "nobody is there: said", asked.status == 200, asked);
        String ticket = asked.text("ticket");
        if (ticket.isBlank()) {
            Reply left = put("/widget/chats/" + chat + "/message", "{\"email\":\"visitor-" + chat.substring(0, 8) + "@example.ma\"}", "X-Chat-Secret", secret);
            ticket = left.text("ticket");
        }
        Reply shown = get("/api/tickets/" + ticket);
        step("chat", "the conversation is ticket " + ticket, shown.status == 200 && shown.text("channel").equals("chat"), shown);
        send(HttpRequest.newBuilder().DELETE(), "/widget/chats/" + chat, "X-Chat-Secret", secret);
    }

    /** STOMP over WebSocket, as much as a visitor needs. */
    private final class Stomp implements WebSocket.Listener {

        private final List<String> frames = new CopyOnWriteArrayList<>();
        private final StringBuilder partial = new StringBuilder();
        private final WebSocket socket;
        private final String chat;

        Stomp(String chat, String secret) throws Exception {
            this.chat = chat;
            this.socket = http.newWebSocketBuilder()
                    .header("Origin", System.getenv().getOrDefault("MOWAKABA_SITE", "http://localhost:8081"))
                    .subprotocols("v12.stomp")
                    .buildAsync(URI.create(center.replaceFirst("^http", "ws") + "/ws/widget"), this)
                    .get();
            frame("CONNECT\naccept-version:1.2\nhost:localhost\nchat:" + chat + "\nsecret:" + secret + "\n\n");
            hears("CONNECTED");
            frame("SUBSCRIBE\nid:1\ndestination:/topic/chat." + chat + "\n\n");
            java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }

        void say(String id, String text) {
            frame("SEND\ndestination:/app/chat." + chat + ".say\ncontent-type:application/json\n\n{\"clientId\":\"" + id + "\",\"text\":\"" + text + "\"}");
        }

        boolean hears(String what) {
            return within(Duration.ofSeconds(10), () -> frames.stream().anyMatch(frame -> frame.contains(what)));
        }

        void cut() {
            socket.abort();
        }

        private void frame(String text) {
            socket.sendText(text + "\0", true).join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                frames.add(partial.toString());
                partial.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    // ---- call

    void call() throws Exception {
        var ami = new Ami();
        step("call", "the exchange lets us in", ami.login(), null);
        String linkedid = ami.ring("0661220101", "ar", "association-life", "ANSWERED", 4);
        step("call", "a known number rings in: " + linkedid, !linkedid.isBlank(), null);
        Reply known = eventually(() -> get("/api/calls/" + linkedid), r -> !r.text("ticket").isBlank());
        String ticket = known.text("ticket");
        step("call", "the caller is recognised, the call is on ticket " + ticket, !ticket.isBlank(), known);
        Reply over = eventually(() -> get("/api/calls/" + linkedid), r -> r.body.matches("(?s).*\"state\":\"(answered|abandoned|timeout|voicemail)\".*"));
        step("call", "it ended: " + over.text("state") + ", waited " + over.text("waitSeconds") + " s, talked " + over.text("talkSeconds") + " s",
                over.text("state").equals("answered"), over);
        Reply timeline = get("/api/tickets/" + ticket + "/timeline?size=200");
        step("call", "it stands on the timeline of " + ticket, timeline.body.contains(linkedid), timeline);
        String gone = ami.ring("0661229901", "fr", "funding", "IVR_HANGUP", 1);
        Reply left = eventually(() -> get("/api/calls/" + gone), r -> r.text("state").equals("ivr-hangup"));
        step("call", "a caller who leaves in the menu is not an abandoned call", left.text("state").equals("ivr-hangup"), left);
        ami.close();
    }

    private final class Ami {

        private final Socket socket = new Socket("127.0.0.1", Integer.parseInt(System.getenv().getOrDefault("MOWAKABA_AMI_PORT", "5038")));
        private final BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

        Ami() throws IOException {
            socket.setSoTimeout(10_000);
            in.readLine();
        }

        boolean login() throws IOException {
            return action("Login", "Username: " + System.getenv().getOrDefault("MOWAKABA_AMI_USER", "mowakaba") + "\r\nSecret: "
                    + System.getenv().getOrDefault("MOWAKABA_AMI_SECRET", "mowakaba") + "\r\nEvents: off\r\n").contains("Response: Success");
        }

        /** @return the Linkedid of the call */
        String ring(String number, String language, String domain, String behaviour, int talk) throws IOException {
            String answer = action("Originate", "Channel: Local/0537000000@from-trunk\r\nCallerID: <" + number + ">\r\nAsync: true\r\nVariable: MW_LANG="
                    + language + ",MW_DOMAIN=" + domain + ",MW_BEHAVIOUR=" + behaviour + ",MW_TALK=" + talk + "\r\n");
            Matcher found = Pattern.compile("Uniqueid: (\\S+)").matcher(answer);
            return found.find() ? found.group(1) : "";
        }

        private String action(String name, String headers) throws IOException {
            String id = UUID.randomUUID().toString();
            socket.getOutputStream().write(("Action: " + name + "\r\nActionID: " + id + "\r\n" + headers + "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            var message = new StringBuilder();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                message.append(line).append('\n');
                if (line.isEmpty()) {
                    if (message.indexOf(id) >= 0) {
                        return message.toString();
                    }
                    message.setLength(0);
                }
            }
            return "";
        }

        void close() throws IOException {
            socket.close();
        }
    }

    // ---- figures

    void figures() {
        String span = "from=" + Instant.now().minus(Duration.ofHours(2)).toString().substring(0, 19) + "Z&to="
                + Instant.now().plusSeconds(60).toString().substring(0, 19) + "Z&interval=total";
        Reply queues = get("/api/metrics/queues?" + span);
        Matcher offered = Pattern.compile("\"offered\":(\\d+)").matcher(queues.body);
        long sum = 0;
        while (offered.find()) {
            sum += Long.parseLong(offered.group(1));
        }
        step("figures", "contacts offered in two hours: " + sum, queues.status == 200 && sum > 0, queues);
        long listed = 0;
        String cursor = "";
        Reply page;
        do {
            page = get("/api/metrics/contacts?size=200&" + span + cursor);
            Matcher rows = Pattern.compile("\"queuedAt\"").matcher(page.body);
            while (rows.find()) {
                listed++;
            }
            cursor = "&cursor=" + URLEncoder.encode(page.text("next"), StandardCharsets.UTF_8);
        } while (page.status == 200 && !page.text("next").isBlank());
        step("figures", "asked why, it lists as many: " + listed, listed >= sum, page);
        step("figures", "the wallboard’s snapshot is there", get("/api/live").status == 200, null);
    }

    // ---- plumbing

    /** An answer. */
    record Reply(int status, String body) {

        /** @return the first value of this name in the document, empty when null or absent */
        String text(String field) {
            Matcher found = Pattern.compile("\"" + field + "\":\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([0-9.]+|true|false))").matcher(body);
            return found.find() ? String.valueOf(found.group(1) != null ? found.group(1) : found.group(2)) : "";
        }
    }

    private void step(String journey, String what, boolean good, Reply reply) {
        System.out.printf("%s %-8s %s%n", good ? "ok  " : "FAIL", journey, what);
        if (!good && reply != null) {
            System.out.println("              answered " + reply.status + " " + reply.body.substring(0, Math.min(300, reply.body.length())));
        }
        passed += good ? 1 : 0;
        failed += good ? 0 : 1;
    }

    private Reply get(String path, String... headers) {
        return send(HttpRequest.newBuilder().GET(), path, headers);
    }

    private Reply post(String path, String type, Object body) {
        var bytes = body instanceof byte[] raw ? raw : body.toString().getBytes(StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder().POST(BodyPublishers.ofByteArray(bytes)), path, "Content-Type", type);
    }

    private Reply put(String path, String body, String... headers) {
        var all = java.util.stream.Stream.concat(java.util.stream.Stream.of("Content-Type", "application/json"), java.util.stream.Stream.of(headers));
        return send(HttpRequest.newBuilder().PUT(BodyPublishers.ofString(body)), path, all.toArray(String[]::new));
    }

    private Reply send(HttpRequest.Builder request, String path, String... headers) {
        request.uri(URI.create(center + path)).timeout(Duration.ofSeconds(30));
        if (path.startsWith("/api/")) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Reply(0, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Reply eventually(Supplier<Reply> ask, java.util.function.Predicate<Reply> good) {
        var last = new Reply[1];
        within(Duration.ofSeconds(60), () -> good.test(last[0] = ask.get()));
        return last[0];
    }

    private static boolean within(Duration limit, Supplier<Boolean> holds) {
        Instant end = Instant.now().plus(limit);
        while (!holds.get()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        return true;
    }
}

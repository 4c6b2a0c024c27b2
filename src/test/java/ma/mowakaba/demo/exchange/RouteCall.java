package ma.mowakaba.demo.exchange;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** What the dialplan does with {@code CURL}: asks the center for the queue, waits 1 s for a connection and 2 s in all, never more. */
final class RouteCall {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final AtomicReference<Optional<URI>> center = new AtomicReference<>(Optional.empty());
    private final String secret;

    RouteCall(String secret) {
        this.secret = secret;
    }

    void center(URI address) {
        center.set(Optional.of(address));
    }

    /** @return the queue the center names, else the static one {@code <domain>-<language>} */
    String queue(String linkedid, CallScript script) {
        String fallback = script.domain() + "-" + script.language();
        return center.get().flatMap(address -> ask(address, linkedid, script)).orElse(fallback);
    }

    private Optional<String> ask(URI address, String linkedid, CallScript script) {
        String form = form(Map.of(
                "linkedid", linkedid,
                "number", script.number().orElse(""),
                "did", "0800002000",
                "language", script.language(),
                "domain", script.domain()));
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(2))
                .header("X-Telephony-Secret", secret)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body().split(",", -1)[0]) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

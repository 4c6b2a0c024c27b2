package ma.mowakaba;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running center as an outside program sees it: with the demonstration token, in French. */
public record Center(String url) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Center at(int port) {
        return new Center("http://localhost:" + port);
    }

    /** An answer. @param body JSON, a missing node when there is none */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder().GET(), path, Map.of());
    }

    public Answer post(String path, Object body, String... headers) {
        return send(
                HttpRequest.newBuilder().POST(json(body)), path, pairs("Content-Type", "application/json", headers));
    }

    public Answer patch(String path, Object body, String... headers) {
        return send(
                HttpRequest.newBuilder().method("PATCH", json(body)),
                path,
                pairs("Content-Type", "application/json", headers));
    }

    public Answer put(String path, Object body) {
        return send(HttpRequest.newBuilder().PUT(json(body)), path, pairs("Content-Type", "application/json"));
    }

    public Answer delete(String path) {
        return send(HttpRequest.newBuilder().DELETE(), path, Map.of());
    }

    public Answer mail(byte[] raw) {
        return send(
                HttpRequest.newBuilder().POST(BodyPublishers.ofByteArray(raw)),
                "/api/mail",
                Map.of("Content-Type", "message/rfc822"));
    }

    public Answer send(HttpRequest.Builder request, String path, Map<String, String> headers) {
        request.uri(URI.create(url + path)).timeout(Duration.ofSeconds(60));
        request.setHeader("Authorization", "Bearer demo-api-token").setHeader("Accept-Language", "fr");
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            boolean json = type.contains("json") && !response.body().isBlank();
            return new Answer(
                    response.statusCode(), json ? JSON.readTree(response.body()) : JSON.missingNode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
    }

    private static Map<String, String> pairs(String name, String value, String... more) {
        var all = new java.util.LinkedHashMap<>(Map.of(name, value));
        for (int i = 0; i + 1 < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}

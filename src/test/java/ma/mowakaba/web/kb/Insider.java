package ma.mowakaba.web.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.mowakaba.web.Somebody;

/** Somebody who is signed in, as his browser speaks: cookies, a CSRF token with every change, forms. */
final class Insider {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String center;
    private final String language;
    private String csrf = "";

    Insider(int port, String language, Somebody who) {
        this.center = "http://localhost:" + port;
        this.language = language;
        this.csrf = token();
        form("POST", "/sign-in", Map.of("username", who.username(), "password", who.password(), "_csrf", csrf));
        this.csrf = token();
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    HttpResponse<String> form(String method, String path, Map<String, String> fields) {
        return form(method, path, List.copyOf(fields.entrySet()));
    }

    /** @param fields of which several may have the same name */
    HttpResponse<String> form(String method, String path, List<Map.Entry<String, String>> fields) {
        String body = fields.stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder()
                        .method(method, BodyPublishers.ofString(body))
                        .header("Content-Type", "application/x-www-form-urlencoded"),
                path);
    }

    HttpResponse<String> upload(String path, byte[] file) {
        String edge = "edge-of-a-part";
        byte[] head = ("--" + edge + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.zip\"\r\n"
                        + "Content-Type: application/zip\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return send(
                HttpRequest.newBuilder()
                        .POST(BodyPublishers.ofByteArrays(List.of(head, file, tail)))
                        .header("Content-Type", "multipart/form-data; boundary=" + edge),
                path);
    }

    /** @return of the French draft, as its page sends it with every change */
    String revision(String slug) {
        String page = get("/articles/" + slug + "/fr").body();
        Matcher found = REVISION.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    byte[] bytes(String path) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(center + path)).build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String token() {
        Matcher found = CSRF.matcher(get("/sign-in").body());
        if (!found.find()) {
            throw new IllegalStateException("no CSRF token on the sign-in page");
        }
        return found.group(1);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path) {
        request.uri(URI.create(center + path))
                .header("Accept", "text/html")
                .header("Accept-Language", language)
                .header("X-CSRF-TOKEN", csrf);
        if (!path.equals("/sign-in")) {
            request.header("HX-Request", "true");
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

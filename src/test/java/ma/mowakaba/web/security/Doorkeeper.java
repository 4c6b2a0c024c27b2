package ma.mowakaba.web.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Capacity;
import ma.mowakaba.staff.Role;
import ma.mowakaba.staff.StaffId;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Asks a running center as somebody with one role would: a fresh account, a real sign-in, a CSRF token with every change. */
@Component
class Doorkeeper {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Accounts accounts;
    private final Map<Role, Session> sessions = new EnumMap<>(Role.class);

    Doorkeeper(Accounts accounts) {
        this.accounts = accounts;
    }

    private record Session(HttpClient client, String csrf) {}

    int ask(int port, HttpMethod method, String path, Optional<Role> role) {
        Session session = role.map(r -> sessions.computeIfAbsent(r, some -> signIn(port, some)))
                .orElseGet(() -> new Session(HttpClient.newHttpClient(), "none"));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "application/json")
                .header("X-CSRF-TOKEN", session.csrf())
                .method(method.name(), HttpRequest.BodyPublishers.noBody());
        return send(session.client(), request).statusCode();
    }

    private Session signIn(int port, Role role) {
        String name = role.name().toLowerCase(java.util.Locale.ROOT) + "-" + UUID.randomUUID();
        accounts.create(
                new Advisor(
                        new StaffId(UUID.randomUUID()),
                        name,
                        name,
                        Language.FR,
                        Set.of(role),
                        Optional.empty(),
                        Set.of(),
                        Capacity.USUAL),
                "long enough a password");
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        URI signIn = URI.create("http://localhost:" + port + "/sign-in");
        String token = csrf(send(client, HttpRequest.newBuilder(signIn).header("Accept", "text/html"))
                .body());
        String form = "username=" + name + "&password=long+enough+a+password&_csrf="
                + URLEncoder.encode(token, StandardCharsets.UTF_8);
        send(
                client,
                HttpRequest.newBuilder(signIn)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        String fresh = csrf(send(client, HttpRequest.newBuilder(signIn).header("Accept", "text/html"))
                .body());
        return new Session(client, fresh);
    }

    private static String csrf(String page) {
        Matcher found = CSRF.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("no CSRF token on the sign-in page");
        }
        return found.group(1);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

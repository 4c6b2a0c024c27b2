package ma.mowakaba.mail;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens of OAuth 2.0, each kept until shortly before it expires. */
@Component
class AccessTokens {

    /** Between asking for a token and using it. */
    private static final Duration MARGIN = Duration.ofMinutes(1);
    /** Where the server does not say how long a token counts. */
    private static final int SHORT = 300;

    private final Clock clock;
    private final Duration timeout;
    private final HttpClient http;
    private final JsonMapper json = JsonMapper.shared();
    private final Map<Mailbox.OAuth, Token> known = new ConcurrentHashMap<>();
    /** Some servers give a new refresh token with each answer; the newest is tried first, until the next start. */
    private final Map<Mailbox.OAuth, String> renewed = new ConcurrentHashMap<>();

    AccessTokens(MailSettings settings, Clock clock) {
        this.clock = clock;
        this.timeout = settings.read().timeout();
        this.http = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /**
     * @return a token that counts for another minute at least
     * @throws NoToken the server refuses, or is away
     */
    String of(Mailbox.OAuth access) throws NoToken {
        Token token = known.get(access);
        if (token == null || clock.instant().isAfter(token.until())) {
            token = ask(access);
            known.put(access, token);
        }
        return token.value();
    }

    void forget(Mailbox.OAuth access) {
        known.remove(access);
    }

    /** No token was given: wrong credentials, a permission that was taken back, or a server that is away. */
    static final class NoToken extends IOException {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        NoToken(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private record Token(String value, Instant until) {
        @Override
        public String toString() {
            return "until " + until;
        }
    }

    private Token ask(Mailbox.OAuth access) throws NoToken {
        HttpRequest request = HttpRequest.newBuilder(URI.create(access.tokenUrl()))
                .timeout(timeout)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form(access)))
                .build();
        HttpResponse<String> response = send(request);
        JsonNode answer = read(response.body());
        String value = answer.path("access_token").asString("");
        if (response.statusCode() != 200 || value.isEmpty()) {
            String error = answer.path("error").asString("");
            renewed.remove(access);
            throw new NoToken(
                    "no token: " + response.statusCode() + (error.matches("[a-z_]{1,40}") ? " " + error : ""), null);
        }
        String refresh = answer.path("refresh_token").asString("");
        if (!refresh.isEmpty()) {
            renewed.put(access, refresh);
        }
        Duration counts = Duration.ofSeconds(answer.path("expires_in").asInt(SHORT));
        return new Token(value, clock.instant().plus(counts).minus(MARGIN));
    }

    private String form(Mailbox.OAuth access) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", access.clientId());
        fields.put("client_secret", access.clientSecret());
        fields.put("scope", access.scope());
        if (access.refreshToken().isEmpty()) {
            fields.put("grant_type", "client_credentials");
        } else {
            fields.put("grant_type", "refresh_token");
            fields.put("refresh_token", renewed.getOrDefault(access, access.refreshToken()));
        }
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> send(HttpRequest request) throws NoToken {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new NoToken("no token", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoToken("no token", e);
        }
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JacksonException noJson) {
            return json.createObjectNode();
        }
    }
}

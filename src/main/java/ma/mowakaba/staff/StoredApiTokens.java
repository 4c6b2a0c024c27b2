package ma.mowakaba.staff;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Ids;
import ma.mowakaba.kernel.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tokens by their SHA-256: 256 random bits need no slow hash, and the hash finds the row. */
@Service
@Transactional
class StoredApiTokens implements ApiTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final KnownTokens known;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StoredApiTokens(JdbcClient jdbc, KnownTokens known, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.known = known;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String issue(String name, Set<Scope> scopes) {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String token = "mwk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        accept(token, name, scopes);
        return token;
    }

    @Override
    public void accept(String token, String name, Set<Scope> scopes) {
        if (name.isBlank() || scopes.isEmpty()) {
            throw Problem.invalid("token.incomplete");
        }
        jdbc.sql("insert into staff_api_token (id, name, hash, scopes, created_at) values (?, ?, ?, ?, ?)"
                        + " on duplicate key update name = values(name), scopes = values(scopes)")
                .params(Ids.next(clock.millis()), name, sha256(token), words(scopes), Columns.utc(clock.instant()))
                .update();
        events.publishEvent(new KnownTokens.Changed());
    }

    /** One statement needs no transaction, and every request of a program begins with this one. */
    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Client> authenticate(String token) {
        if (token.isEmpty() || token.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] hash = sha256(token);
        return known.get(HexFormat.of().formatHex(hash), () -> read(hash));
    }

    private Optional<Client> read(byte[] hash) {
        return jdbc.sql("select id, name, hash, scopes, created_at from staff_api_token where hash = ?"
                        + " and revoked_at is null")
                .param(hash)
                .query((row, n) -> new Stored(row.getBytes("hash"), client(row)))
                .optional()
                .filter(stored -> MessageDigest.isEqual(hash, stored.hash()))
                .map(Stored::client);
    }

    @Override
    public void revoke(UUID id) {
        int changed = jdbc.sql("update staff_api_token set revoked_at = coalesce(revoked_at, ?) where id = ?")
                .params(Columns.utc(clock.instant()), id)
                .update();
        if (changed == 0) {
            throw Problem.notFound("token.unknown");
        }
        events.publishEvent(new KnownTokens.Changed());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Client> all() {
        return jdbc.sql("select id, name, scopes, created_at from staff_api_token where revoked_at is null order by"
                        + " created_at, id")
                .query((row, n) -> client(row))
                .list();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Stored(byte[] hash, Client client) {}

    private static Client client(ResultSet row) throws SQLException {
        return new Client(
                row.getObject("id", UUID.class),
                row.getString("name"),
                scopes(row.getString("scopes")),
                Columns.instant(row, "created_at"));
    }

    private static String words(Set<Scope> scopes) {
        return EnumSet.copyOf(scopes).stream().map(Scope::name).collect(Collectors.joining(","));
    }

    private static Set<Scope> scopes(String words) {
        return Stream.of(words.split(",")).map(Scope::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

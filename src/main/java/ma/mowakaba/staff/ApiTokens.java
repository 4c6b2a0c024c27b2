package ma.mowakaba.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Door of the module: tokens of programs, stored hashed, shown once. */
public interface ApiTokens {

    /**
     * What a program may do.
     *
     * @param name said by the administrator, for the audit
     */
    record Client(UUID id, String name, Set<Scope> scopes, Instant createdAt) {}

    enum Scope {
        READ,
        WRITE,
        MAIL,
        CALLS,
        METRICS
    }

    /** @return the token, to be shown once: 256 random bits */
    String issue(String name, Set<Scope> scopes);

    /** Stores a token chosen elsewhere; for demonstration profiles and tests. */
    void accept(String token, String name, Set<Scope> scopes);

    /**
     * @return the program behind the token, unless revoked; compared in constant time by its hash. What another node revoked or changed is seen within five
     *     seconds
     */
    Optional<Client> authenticate(String token);

    void revoke(UUID id);

    List<Client> all();
}

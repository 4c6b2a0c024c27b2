package ma.mowakaba.web.security;

import java.io.Serial;
import java.util.Set;
import java.util.stream.Collectors;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Role;
import ma.mowakaba.staff.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** Somebody who works here, signed in by a session. */
public final class SignedIn extends User {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String id;

    SignedIn(Advisor advisor, String passwordHash) {
        super(advisor.username(), passwordHash, authorities(advisor.roles()));
        this.id = advisor.id().value().toString();
    }

    public StaffId id() {
        return new StaffId(java.util.UUID.fromString(id));
    }

    public boolean is(Role role) {
        return getAuthorities().contains(new SimpleGrantedAuthority(role.authority()));
    }

    private static Set<SimpleGrantedAuthority> authorities(Set<Role> roles) {
        return roles.stream()
                .map(Role::authority)
                .map(SimpleGrantedAuthority::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}

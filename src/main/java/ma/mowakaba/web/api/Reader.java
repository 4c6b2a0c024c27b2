package ma.mowakaba.web.api;

import java.util.Set;
import ma.mowakaba.staff.Role;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who reads figures now. */
@Component
class Reader {

    private static final Set<String> MAY_KNOW = Set.of(Role.SUPERVISOR.authority(), Role.ADMINISTRATOR.authority());

    /** @return whether he runs the center; observers and programs see figures only */
    boolean mayKnowNames() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null
                && who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(MAY_KNOW::contains);
    }
}

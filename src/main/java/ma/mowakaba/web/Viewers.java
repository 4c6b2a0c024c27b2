package ma.mowakaba.web;

import java.security.Principal;
import java.util.Optional;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who looks at a screen. */
@Component
public final class Viewers {

    private final Accounts accounts;

    Viewers(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @throws Problem UNAUTHENTICATED {@code access.unauthenticated} when nobody is signed in */
    public Advisor of(@Nullable Principal principal) {
        return find(principal).orElseThrow(() -> Problem.of(Problem.Kind.UNAUTHENTICATED, "access.unauthenticated"));
    }

    public Optional<Advisor> find(@Nullable Principal principal) {
        return principal == null ? Optional.empty() : accounts.byUsername(principal.getName());
    }
}

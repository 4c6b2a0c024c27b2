package ma.mowakaba.web.security;

import ma.mowakaba.staff.Accounts;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Lets Spring Security look accounts up. */
@Component
class StaffDetails implements UserDetailsService {

    private final Accounts accounts;

    StaffDetails(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        return accounts.byUsername(username)
                .flatMap(advisor -> accounts.passwordHash(username).map(hash -> new SignedIn(advisor, hash)))
                .orElseThrow(() -> new UsernameNotFoundException("unknown"));
    }
}

package ma.mowakaba.web.api;

import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.web.security.SignedIn;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Who acts: the person signed in, or a program, which speaks for the advisor who has the case. */
@Component
class Actor {
    private final Accounts accounts;

    Actor(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @return empty for a program */
    Optional<StaffId> person(Authentication caller) {
        return caller.getPrincipal() instanceof SignedIn person ? Optional.of(person.id()) : Optional.empty();
    }

    /** @throws Problem CONFLICT {@code ticket.nobody-answers} when a program writes on a case that nobody has */
    StaffId author(Authentication caller, Ticket ticket) {
        return person(caller).or(ticket::advisor).orElseThrow(() -> Problem.conflict("ticket.nobody-answers"));
    }

    /** @param written user name or id of an account */
    StaffId named(String written) {
        return accounts.byUsername(written)
                .map(account -> account.id())
                .orElseGet(() ->
                        accounts.get(new StaffId(UUID.fromString(written))).id());
    }
}

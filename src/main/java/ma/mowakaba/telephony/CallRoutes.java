package ma.mowakaba.telephony;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonCard;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.routing.Domains;
import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Helpdesk;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers the dialplan: which queue, with what priority, and whose call it is. Reads only; the call itself is made known by its events. */
@Component
class CallRoutes {

    private final Router router;
    private final Domains domains;
    private final OpenCases cases;
    private final Accounts accounts;
    private final TelephonySettings settings;

    CallRoutes(Router router, Domains domains, OpenCases cases, Accounts accounts, TelephonySettings settings) {
        this.router = router;
        this.domains = domains;
        this.cases = cases;
        this.accounts = accounts;
        this.settings = settings;
    }

    @Transactional(readOnly = true)
    public Switchboard.Route route(String secret, Switchboard.Arrival arrival) {
        if (settings.routeSecret().isEmpty() || !MessageDigest.isEqual(bytes(secret), bytes(settings.routeSecret()))) {
            throw Problem.of(Problem.Kind.UNAUTHENTICATED, "call.route-secret");
        }
        DomainCode domain = domain(arrival.domain());
        Optional<PersonCard> caller = PhoneNumber.parse(arrival.number()).flatMap(cases::whoIs);
        Optional<StaffId> knows = caller.flatMap(person -> cases.advisorOf(person, domain));
        Router.CallPlan plan = router.plan(domain, arrival.language(), knows);
        Optional<String> extension =
                plan.preferred().flatMap(advisor -> accounts.get(advisor).extension());
        return new Switchboard.Route(plan.queue(), plan.priority(), extension, caller.isPresent());
    }

    /** @param chosen a code, or the key pressed: 1 for the first of the menu */
    private DomainCode domain(String chosen) {
        List<DomainCode> menu = domains.all();
        if (chosen.matches("[1-9]") && Integer.parseInt(chosen) <= menu.size()) {
            return menu.get(Integer.parseInt(chosen) - 1);
        }
        return menu.stream()
                .filter(domain -> domain.value().equals(chosen))
                .findFirst()
                .orElse(DomainCode.GENERAL);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Who is calling, and which advisor has his case. */
    @Component
    static class OpenCases {

        private final Directory directory;
        private final Helpdesk helpdesk;

        OpenCases(Directory directory, Helpdesk helpdesk) {
            this.directory = directory;
            this.helpdesk = helpdesk;
        }

        Optional<PersonCard> whoIs(PhoneNumber number) {
            return directory.whoIs(number);
        }

        Optional<StaffId> advisorOf(PersonCard person, DomainCode domain) {
            return helpdesk.openCasesOf(person.id()).stream()
                    .filter(ticket -> ticket.domain().equals(domain))
                    .flatMap(ticket -> ticket.advisor().stream())
                    .findFirst();
        }
    }
}

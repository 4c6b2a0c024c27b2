package ma.mowakaba.telephony;

import java.util.List;
import java.util.Optional;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.routing.Domains;
import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** Which queue a call goes to, with what priority, and whose call it is. Reads only; the call itself is made known by its events. */
@Component
class CallRoutes {

    private final Router router;
    private final Domains domains;
    private final KnownCallers known;
    private final Telephones telephones;
    private final Waits waits;

    CallRoutes(Router router, Domains domains, KnownCallers known, Telephones telephones, Waits waits) {
        this.router = router;
        this.domains = domains;
        this.known = known;
        this.telephones = telephones;
        this.waits = waits;
    }

    Hotline.Route route(Hotline.Arrival arrival) {
        DomainCode domain = domain(arrival.domain());
        Optional<Directory.Known> caller = known.whoIs(arrival.number());
        Optional<StaffId> knows = caller.flatMap(person -> known.advisorOf(person, domain));
        Router.CallPlan plan = router.plan(domain, arrival.language(), knows);
        Optional<String> extension =
                plan.preferred().flatMap(advisor -> telephones.within(arrival.linkedid(), advisor));
        return new Hotline.Route(
                plan.queue(),
                plan.priority(),
                extension,
                caller.isPresent(),
                Speech.playback(waits.speech(arrival.linkedid(), plan.queue(), arrival.language())));
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
}

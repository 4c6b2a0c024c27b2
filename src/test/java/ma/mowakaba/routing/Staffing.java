package ma.mowakaba.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Capacity;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.Role;
import ma.mowakaba.staff.Skill;
import ma.mowakaba.staff.StaffId;

/** Advisors for one test: they come when it begins and go home when it is over. */
final class Staffing {

    private final Accounts accounts;
    private final PresenceBoard presence;
    private final List<StaffId> hired = new ArrayList<>();

    Staffing(Accounts accounts, PresenceBoard presence) {
        this.accounts = accounts;
        this.presence = presence;
    }

    /** Somebody who writes French about the domain, available. @param mails he can have at once */
    StaffId hire(DomainCode domain, int mails) {
        return hire(new StaffId(UUID.randomUUID()), domain, mails);
    }

    StaffId hire(StaffId id, DomainCode domain, int mails) {
        accounts.create(
                new Advisor(
                        id,
                        "r" + id.value().toString().substring(0, 13),
                        "Advisor",
                        Language.FR,
                        Set.of(Role.ADVISOR),
                        Optional.empty(),
                        Set.of(new Skill(domain, Language.FR, 2)),
                        new Capacity(0, mails)),
                "correct horse battery");
        presence.available(id);
        hired.add(id);
        return id;
    }

    List<StaffId> hired() {
        return hired;
    }

    void goHome() {
        hired.forEach(accounts::disable);
    }
}

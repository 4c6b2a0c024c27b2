package ma.mowakaba.web.supervisor;

import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** Names of colleagues. */
@Component
class Colleague {

    private final Accounts accounts;

    Colleague(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @return empty for an account that is gone */
    String name(StaffId id) {
        return accounts.find(id).map(Advisor::name).orElse("");
    }
}

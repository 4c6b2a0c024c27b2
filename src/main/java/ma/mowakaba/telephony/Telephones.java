package ma.mowakaba.telephony;

import java.util.Optional;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** Which telephones a call can get to. */
@Component
class Telephones {

    private final Accounts accounts;
    private final Exchanges exchanges;

    Telephones(Accounts accounts, Exchanges exchanges) {
        this.accounts = accounts;
        this.exchanges = exchanges;
    }

    /** @return the advisor's extension, where it is at the exchange that has the call */
    Optional<String> within(String linkedid, StaffId advisor) {
        return accounts.get(advisor).extension().filter(extension -> exchanges.reaches(linkedid, extension));
    }
}

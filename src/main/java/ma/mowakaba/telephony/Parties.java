package ma.mowakaba.telephony;

import java.util.Optional;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** Who is behind a channel: the carrier, an advisor, or nobody we know. */
@Component
class Parties {

    private final Accounts accounts;
    private final TelephonySettings settings;

    Parties(Accounts accounts, TelephonySettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    boolean trunk(CallFact.Party party) {
        return party.device().equals(settings.trunk());
    }

    Optional<StaffId> advisor(CallFact.Party party) {
        return trunk(party)
                ? Optional.empty()
                : accounts.byExtension(party.device()).map(Advisor::id);
    }
}

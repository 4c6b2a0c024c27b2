package ma.mowakaba.web.workspace;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Role;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Component;

/** Names of colleagues and of persons. */
@Component
class Names {

    private final Accounts accounts;
    private final Directory directory;

    Names(Accounts accounts, Directory directory) {
        this.accounts = accounts;
        this.directory = directory;
    }

    /** @return empty for an account that is gone */
    String colleague(StaffId id) {
        return accounts.find(id).map(Advisor::name).orElse("");
    }

    String person(PersonId id) {
        return ContactLabels.name(directory.card(id));
    }

    /** @return everybody who can own a case, and whoever owns this one */
    List<Words.Choice> owners(Optional<StaffId> owner) {
        return accounts.all().stream()
                .filter(account -> account.is(Role.ADVISOR)
                        || account.is(Role.SUPERVISOR)
                        || owner.equals(Optional.of(account.id())))
                .sorted(Comparator.comparing(Advisor::name))
                .map(account -> new Words.Choice(account.id().toString(), account.name()))
                .toList();
    }
}

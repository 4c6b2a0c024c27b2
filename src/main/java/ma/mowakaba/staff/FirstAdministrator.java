package ma.mowakaba.staff;

import java.util.Set;
import java.util.UUID;
import ma.mowakaba.kernel.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the account {@code admin} of a new center, with the password that was set for it. There is no default password. */
@Component
@Order(1000)
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final AccountRows rows;
    private final Accounts accounts;
    private final StaffSettings settings;

    FirstAdministrator(AccountRows rows, Accounts accounts, StaffSettings settings) {
        this.rows = rows;
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (rows.count() > 0) {
            return;
        }
        String password = settings.firstAdministratorPassword();
        if (password == null || password.isEmpty()) {
            LOG.warn("Nobody can sign in: there is no account. Set mowakaba.staff.first-administrator-password and"
                    + " start again.");
            return;
        }
        accounts.create(administrator(), password);
        LOG.info("Made the first account, admin. Its password setting is not needed any more.");
    }

    private static Advisor administrator() {
        return new Advisor(
                new StaffId(UUID.randomUUID()),
                "admin",
                "Administrateur",
                Language.FR,
                Set.of(Role.ADMINISTRATOR),
                java.util.Optional.empty(),
                Set.of(),
                new Capacity(0, 0));
    }
}

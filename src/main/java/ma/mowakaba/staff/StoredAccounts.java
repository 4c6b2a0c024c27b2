package ma.mowakaba.staff;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The accounts in the database. */
@Service
@Transactional
class StoredAccounts implements Accounts {

    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{1,59}");
    private static final Pattern EXTENSION = Pattern.compile("[0-9]{2,10}");

    private final AccountRows rows;
    private final KnownAccounts known;
    private final PresenceBoard presence;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StoredAccounts(
            AccountRows rows,
            KnownAccounts known,
            PresenceBoard presence,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.known = known;
        this.presence = presence;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Advisor get(StaffId id) {
        return find(id).orElseThrow(() -> Problem.notFound("staff.unknown"));
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Advisor> find(StaffId id) {
        return known.get(id);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<StaffId, String> names(Set<StaffId> accounts) {
        return accounts.stream()
                .flatMap(id -> known.get(id).stream())
                .collect(Collectors.toMap(Advisor::id, Advisor::name));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Advisor> byUsername(String username) {
        return rows.findByUsernameAndDisabledAtIsNull(username).map(Account::advisor);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Advisor> byExtension(String extension) {
        return known.byExtension(extension);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Advisor> all() {
        return rows.findByDisabledAtIsNullOrderByName().stream()
                .map(Account::advisor)
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Advisor> known() {
        return known.all();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> passwordHash(String username) {
        return rows.findByUsernameAndDisabledAtIsNull(username).map(Account::passwordHash);
    }

    @Override
    public StaffId create(Advisor advisor, String password) {
        check(advisor);
        if (rows.existsByUsername(advisor.username())) {
            throw Problem.conflict("staff.username-taken", advisor.username());
        }
        add(new Account(advisor, Passwords.hash(password), Columns.now(clock)), advisor.username());
        changed(advisor, false);
        return advisor.id();
    }

    @Override
    public void update(Advisor advisor) {
        check(advisor);
        row(advisor.id()).become(advisor);
        changed(advisor, false);
    }

    @Override
    public void changePassword(StaffId id, String password) {
        row(id).changePassword(Passwords.hash(password));
    }

    @Override
    public void disable(StaffId id) {
        Account account = row(id);
        if (account.disable(Columns.now(clock))) {
            presence.offline(id);
            changed(account.advisor(), true);
        }
    }

    /** Somebody may have taken the name or the extension since it was looked at. */
    private void add(Account account, String username) {
        try {
            rows.saveAndFlush(account);
        } catch (DataIntegrityViolationException taken) {
            throw Problem.conflict("staff.username-taken", username);
        }
    }

    private Account row(StaffId id) {
        return rows.findById(id.value()).orElseThrow(() -> Problem.notFound("staff.unknown"));
    }

    private void check(Advisor advisor) {
        if (!USERNAME.matcher(advisor.username()).matches()) {
            throw Problem.invalid("staff.username-malformed", advisor.username());
        }
        if (advisor.name().isBlank() || advisor.name().length() > 120) {
            throw Problem.invalid("staff.name-missing");
        }
        advisor.extension().ifPresent(extension -> check(extension, advisor.id()));
    }

    private void check(String extension, StaffId owner) {
        if (!EXTENSION.matcher(extension).matches()) {
            throw Problem.invalid("staff.extension-malformed", extension);
        }
        if (rows.existsByExtensionAndIdNot(extension, owner.value())) {
            throw Problem.conflict("staff.extension-taken", extension);
        }
    }

    private void changed(Advisor advisor, boolean disabled) {
        events.publishEvent(new AccountChanged(advisor.id(), advisor.username(), disabled, Columns.now(clock)));
    }
}

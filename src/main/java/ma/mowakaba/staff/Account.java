package ma.mowakaba.staff;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Language;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** Somebody's account: who he is, what he may do and what he answers. */
@Entity
@Table(name = "staff_account")
class Account {

    @Id
    private UUID id;

    @Version
    private int version;

    private String username;
    private String name;
    private String language;
    private String extension;
    private String passwordHash;
    private int chats;
    private int mails;
    private Instant createdAt;
    private Instant disabledAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "staff_role", joinColumns = @JoinColumn(name = "account"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    @Fetch(FetchMode.SUBSELECT)
    private Set<Role> roles = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "staff_skill", joinColumns = @JoinColumn(name = "account"))
    @Fetch(FetchMode.SUBSELECT)
    private Set<AccountSkill> skills = new HashSet<>();

    protected Account() {}

    Account(Advisor advisor, String passwordHash, Instant at) {
        this.id = advisor.id().value();
        this.passwordHash = passwordHash;
        this.createdAt = at;
        become(advisor);
    }

    /** Takes over everything but the password. */
    void become(Advisor advisor) {
        username = advisor.username();
        name = advisor.name();
        language = advisor.language().code();
        extension = advisor.extension().orElse(null);
        chats = advisor.capacity().chats();
        mails = advisor.capacity().mails();
        roles.retainAll(advisor.roles());
        roles.addAll(advisor.roles());
        Set<AccountSkill> now = advisor.skills().stream().map(AccountSkill::new).collect(Collectors.toSet());
        skills.retainAll(now);
        skills.addAll(now);
    }

    void changePassword(String hash) {
        passwordHash = hash;
    }

    /** Gives up his extension too, so that a successor can have it. */
    boolean disable(Instant at) {
        if (disabledAt != null) {
            return false;
        }
        disabledAt = at;
        extension = null;
        return true;
    }

    String passwordHash() {
        return passwordHash;
    }

    Advisor advisor() {
        return new Advisor(
                new StaffId(id),
                username,
                name,
                Language.of(language),
                roles,
                Optional.ofNullable(extension),
                skills.stream().map(AccountSkill::skill).collect(Collectors.toSet()),
                new Capacity(chats, mails));
    }
}

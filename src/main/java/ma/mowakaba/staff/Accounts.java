package ma.mowakaba.staff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Door of the module: the accounts of people. */
public interface Accounts {

    /** @throws ma.mowakaba.kernel.Problem NOT_FOUND {@code staff.unknown} */
    Advisor get(StaffId id);

    Optional<Advisor> find(StaffId id);

    /** @return names of those that exist, disabled ones too, asked for at once */
    Map<StaffId, String> names(Set<StaffId> accounts);

    /** @return only accounts that are not disabled */
    Optional<Advisor> byUsername(String username);

    Optional<Advisor> byExtension(String extension);

    /** @return every account that is not disabled, by name */
    List<Advisor> all();

    /** The same as {@link #all()} for whoever asks often: a change made on another node is known here within ten seconds. */
    List<Advisor> known();

    /** @return the Argon2id hash ({@code $argon2id$…}, no prefix) to check a password against; empty for unknown or disabled accounts */
    Optional<String> passwordHash(String username);

    /** @throws ma.mowakaba.kernel.Problem CONFLICT {@code staff.username-taken} */
    StaffId create(Advisor advisor, String password);

    void update(Advisor advisor);

    /** @throws ma.mowakaba.kernel.Problem INVALID {@code staff.password-weak} */
    void changePassword(StaffId id, String password);

    /** Ends his presence, and by {@link AccountChanged} his sessions too. */
    void disable(StaffId id);
}

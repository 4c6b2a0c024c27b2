package ma.mowakaba.staff;

import java.util.Optional;
import java.util.Set;
import ma.mowakaba.kernel.Language;

/**
 * An account as the other modules see it.
 *
 * @param name as shown to colleagues and, by first name, to associations
 * @param extension of his telephone, such as {@code 1001}; empty when he takes no calls
 * @param language of his screens
 */
public record Advisor(
        StaffId id,
        String username,
        String name,
        Language language,
        Set<Role> roles,
        Optional<String> extension,
        Set<Skill> skills,
        Capacity capacity) {

    public Advisor {
        roles = Set.copyOf(roles);
        skills = Set.copyOf(skills);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}

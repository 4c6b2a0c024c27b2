package ma.mowakaba.web;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.routing.Domains;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Capacity;
import ma.mowakaba.staff.Role;
import ma.mowakaba.staff.Skill;
import ma.mowakaba.staff.StaffId;

/** An account made for one test. */
public record Somebody(StaffId id, String username, String password) {

    /** @return somebody who answers every domain in Arabic and French, better than everybody else */
    public static Somebody answeringEverything(Accounts accounts, Domains domains, Optional<String> extension) {
        Set<Skill> skills = new HashSet<>();
        domains.all()
                .forEach(domain -> List.of(Language.AR, Language.FR)
                        .forEach(language -> skills.add(new Skill(domain, language, 3))));
        return create(accounts, EnumSet.of(Role.ADVISOR), extension, skills);
    }

    public static Somebody with(Accounts accounts, Role... roles) {
        return create(accounts, Set.of(roles), Optional.empty(), Set.of());
    }

    private static Somebody create(Accounts accounts, Set<Role> roles, Optional<String> extension, Set<Skill> skills) {
        StaffId id = new StaffId(UUID.randomUUID());
        String username = "t" + id.value().toString().substring(0, 12);
        Advisor advisor = new Advisor(
                id, username, "Zineb " + username, Language.FR, roles, extension, skills, new Capacity(3, 8));
        accounts.create(advisor, username + "-pass-word");
        return new Somebody(id, username, username + "-pass-word");
    }
}

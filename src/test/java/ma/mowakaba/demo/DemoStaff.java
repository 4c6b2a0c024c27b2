package ma.mowakaba.demo;

import static ma.mowakaba.kernel.Language.AR;
import static ma.mowakaba.kernel.Language.FR;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.ApiTokens;
import ma.mowakaba.staff.Capacity;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.Role;
import ma.mowakaba.staff.Skill;
import ma.mowakaba.staff.StaffId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The invented people of the demonstration; each password is the user name followed by {@code -demo}. Made once, then left alone. */
@Component
@Profile("demo")
@Order(0)
public class DemoStaff implements ApplicationRunner {

    public static final String TOKEN = "demo-api-token";

    private static final String[] EVERYTHING = {
        "association-life:2",
        "funding:2",
        "participation:2",
        "volunteering:2",
        "training:2",
        "award:2",
        "digital-services:2",
        "compliance:2",
        "general:2"
    };

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final PresenceBoard presence;
    private final boolean played;

    /** @param played whether the colleagues work, or are only there to be seen */
    DemoStaff(
            Accounts accounts,
            ApiTokens tokens,
            PresenceBoard presence,
            @Value("${mowakaba.demo.player:true}") boolean played) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.presence = presence;
        this.played = played;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        tokens.accept(TOKEN, "Demonstration", EnumSet.allOf(ApiTokens.Scope.class));
        advisor("advisor", "Salma Benkirane", "1001", AR, skills("ar fr", EVERYTHING), skills("ar fr", "funding:3"));
        advisor(
                "advisor2",
                "Youssef Alaoui",
                "1002",
                FR,
                skills("ar fr en", EVERYTHING),
                skills("fr", "association-life:3"));
        office("supervisor", "Naïma Berrada", "1009", FR, Role.SUPERVISOR, Role.ADVISOR);
        office("editor", "Driss Tazi", "", AR, Role.EDITOR);
        office("admin", "Administration", "", FR, Role.ADMINISTRATOR);
        office("observer", "Observateur du ministère", "", FR, Role.OBSERVER);
        colleagues();
        presence.pause(id("hind"), "meal");
        if (played) {
            Stream.of("karim", "meryem", "omar", "nadia", "rachid")
                    .map(DemoStaff::id)
                    .forEach(presence::available);
        }
    }

    private void colleagues() {
        advisor("hind", "Hind Lamrani", "", AR, skills("ar", "association-life:3", "compliance:2", "general:2"));
        advisor("karim", "Karim Idrissi", "1007", FR, skills("fr", "funding:3", "award:3", "general:1"));
        advisor("meryem", "Meryem Ouazzani", "1003", AR, skills("ar fr", "participation:3", "volunteering:2"));
        advisor("omar", "Omar Zniber", "1004", FR, skills("fr en", "digital-services:3", "training:3", "general:2"));
        advisor("nadia", "Nadia Sebti", "1005", AR, skills("ar", "training:2", "award:2", "general:3"));
        advisor("rachid", "Rachid Ait Ali", "1006", AR, skills("ar fr zgh", "general:2", "association-life:1"));
    }

    /** @return the id of a demonstration account, the same on every machine */
    public static StaffId id(String username) {
        return new StaffId(UUID.nameUUIDFromBytes(("demo-staff-" + username).getBytes(StandardCharsets.UTF_8)));
    }

    @SafeVarargs
    private void advisor(String username, String name, String extension, Language language, Set<Skill>... skills) {
        Set<Skill> best = new HashSet<>();
        Arrays.stream(skills).flatMap(Set::stream).forEach(skill -> {
            best.removeIf(had -> had.domain().equals(skill.domain()) && had.language() == skill.language());
            best.add(skill);
        });
        Optional<String> phone = Optional.of(extension).filter(digits -> !digits.isEmpty());
        create(new Advisor(id(username), username, name, language, Set.of(Role.ADVISOR), phone, best, Capacity.USUAL));
    }

    /** Takes no calls; with a telephone he hears those of others. */
    private void office(String username, String name, String extension, Language language, Role... roles) {
        Optional<String> phone = Optional.of(extension).filter(digits -> !digits.isEmpty());
        create(new Advisor(id(username), username, name, language, Set.of(roles), phone, Set.of(), new Capacity(0, 0)));
    }

    private void create(Advisor advisor) {
        if (accounts.byUsername(advisor.username()).isEmpty()) {
            accounts.create(advisor, advisor.username() + "-demo");
        }
    }

    /**
     * @param languages codes with spaces between
     * @param domains as in {@code funding:3}, domain and level
     */
    private static Set<Skill> skills(String languages, String... domains) {
        Set<Skill> skills = new HashSet<>();
        for (String language : languages.split(" ")) {
            for (String domain : domains) {
                String[] parts = domain.split(":");
                skills.add(new Skill(new DomainCode(parts[0]), Language.of(language), Integer.parseInt(parts[1])));
            }
        }
        return skills;
    }
}

package ma.mowakaba.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.mowakaba.Fresh;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.routing.Domains;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Capacity;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.Role;
import ma.mowakaba.staff.Skill;
import ma.mowakaba.staff.StaffId;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;

/** A domain of its own with advisors of its own, so that the calls of one test ring nobody else. */
final class CallFixtures {

    private final Accounts accounts;
    private final PresenceBoard presence;
    private final Domains domains;

    CallFixtures(Accounts accounts, PresenceBoard presence, Domains domains) {
        this.accounts = accounts;
        this.presence = presence;
        this.domains = domains;
    }

    DomainCode domain() {
        DomainCode domain =
                new DomainCode("line-" + UUID.randomUUID().toString().substring(0, 8));
        domains.put(domain, 50, "خط", "Ligne", "Line");
        return domain;
    }

    List<Advisor> present(DomainCode domain, int many) {
        List<Advisor> advisors = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String name = "t" + UUID.randomUUID().toString().substring(0, 8);
            Advisor advisor = new Advisor(
                    new StaffId(UUID.randomUUID()),
                    name,
                    "Telephone " + name,
                    Language.FR,
                    Set.of(Role.ADVISOR),
                    Optional.of(Fresh.extension(7)),
                    Set.of(new Skill(domain, Language.FR, 2)),
                    Capacity.USUAL);
            StaffId id = accounts.create(advisor, "a long enough password 7!");
            presence.available(id);
            advisors.add(accounts.get(id));
        }
        return advisors;
    }

    /** Whoever is in wrap-up, or was paused because he missed a call, says that he is available again. */
    void finishWrapUp(List<Advisor> advisors) {
        advisors.stream()
                .map(Advisor::id)
                .filter(id -> presence.of(id).state() == Presence.State.WRAP_UP
                        || presence.of(id)
                                .reason()
                                .filter(PresenceBoard.MISSED::equals)
                                .isPresent())
                .forEach(presence::available);
    }

    void leave(List<Advisor> advisors) {
        advisors.forEach(advisor -> presence.offline(advisor.id()));
    }

    /** @param port 0 for an exchange without a live link; the secrets are the simulator's */
    static TelephonySettings.Exchange link(String name, String extensions, int port) {
        return new TelephonySettings.Exchange(
                name,
                extensions,
                port == 0 ? "" : "127.0.0.1",
                port,
                "mowakaba",
                "s3cret",
                "",
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                1000,
                2);
    }

    static AmiGateways gateways(MeterRegistry meters, Clock clock) {
        return new AmiGateways(new DefaultSslBundleRegistry(), meters, clock);
    }
}

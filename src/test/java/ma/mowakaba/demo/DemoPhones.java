package ma.mowakaba.demo;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.routing.Domains;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Capacity;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.PresenceChanged;
import ma.mowakaba.staff.Role;
import ma.mowakaba.staff.Skill;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Advisors for load on a real exchange: extensions 3001 and up, who speak Arabic and French about one domain, are there as long as the
 * center runs and take the next call at once.
 */
@Component
@Profile("demo")
@Order(2)
@ConditionalOnProperty("mowakaba.demo.phones")
class DemoPhones implements ApplicationRunner {

    private static final String PREFIX = "phone";

    private final Accounts accounts;
    private final PresenceBoard presence;
    private final Domains domains;
    private final AsyncTaskExecutor tasks;
    private final int count;

    DemoPhones(
            Accounts accounts,
            PresenceBoard presence,
            Domains domains,
            AsyncTaskExecutor applicationTaskExecutor,
            @Value("${mowakaba.demo.phones}") int count) {
        this.accounts = accounts;
        this.presence = presence;
        this.domains = domains;
        this.tasks = applicationTaskExecutor;
        this.count = count;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (int i = 0; i < count; i++) {
            String extension = String.valueOf(3001 + i);
            String username = PREFIX + extension;
            if (accounts.byUsername(username).isEmpty()) {
                accounts.create(advisor(username, extension), username + "-demo");
            }
            presence.available(DemoStaff.id(username));
        }
    }

    private Advisor advisor(String username, String extension) {
        Set<Skill> skills = new HashSet<>();
        skills.add(new Skill(domains.all().getLast(), Language.AR, 2));
        skills.add(new Skill(domains.all().getLast(), Language.FR, 2));
        return new Advisor(
                DemoStaff.id(username),
                username,
                username,
                Language.FR,
                Set.of(Role.ADVISOR),
                Optional.of(extension),
                skills,
                Capacity.USUAL);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void comeBack(PresenceChanged changed) {
        boolean waits = changed.after().state() == Presence.State.WRAP_UP
                || changed.after().reason().filter(PresenceBoard.MISSED::equals).isPresent();
        if (waits && accounts.get(changed.advisor()).username().startsWith(PREFIX)) {
            tasks.execute(() -> presence.available(changed.advisor()));
        }
    }
}

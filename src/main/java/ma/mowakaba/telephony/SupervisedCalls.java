package ma.mowakaba.telephony;

import java.util.Optional;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.routing.Domains;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Role;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** What a supervisor may do with a call, as it is now. */
@Component
class SupervisedCalls {

    private final CallLists lists;
    private final CallBook book;
    private final Accounts accounts;
    private final Domains domains;
    private final SupervisionSettings settings;

    SupervisedCalls(CallLists lists, CallBook book, Accounts accounts, Domains domains, SupervisionSettings settings) {
        this.lists = lists;
        this.book = book;
        this.accounts = accounts;
        this.domains = domains;
        this.settings = settings;
    }

    CallRow get(CallId call) {
        return lists.get(call.linkedid()).orElseThrow(() -> Problem.notFound("call.unknown"));
    }

    /** @return his own telephone; the route has a rule too, but who may hear others is checked where it is done */
    String telephone(StaffId supervisor) {
        Advisor who = accounts.get(supervisor);
        if (!who.is(Role.SUPERVISOR)) {
            throw Problem.forbidden("supervision.role");
        }
        return who.extension().map(QueuePlan::device).orElseThrow(() -> Problem.conflict("call.no-extension"));
    }

    /** @return the leg of whoever talks now, who is not the supervisor himself */
    LegRow talking(CallRow call, String own) {
        return book.legs(call.linkedid()).stream()
                .filter(LegRow::talking)
                .filter(leg -> call.answeredAt().isPresent() && call.endedAt().isEmpty())
                .filter(leg -> !leg.channel().startsWith(own + "-"))
                .findFirst()
                .orElseThrow(() -> Problem.conflict("supervision.not-talking"));
    }

    void checkConsent(CallRow call) {
        if (!mayBeHeard(call.consent())) {
            throw Problem.forbidden("supervision.no-consent");
        }
    }

    boolean mayBeHeard(Optional<Boolean> consent) {
        return settings.hearWithoutConsent() || consent.orElse(false);
    }

    String extension(LegRow leg) {
        return accounts.get(leg.advisor().orElseThrow())
                .extension()
                .orElseThrow(() -> Problem.conflict("supervision.not-talking"));
    }

    /** @return the caller's own leg, while he waits in a queue */
    LegRow waiting(CallRow call) {
        boolean waits = call.queuedAt().isPresent()
                && call.answeredAt().isEmpty()
                && call.endedAt().isEmpty()
                && call.overAt().isEmpty();
        return book.legs(call.linkedid()).stream()
                .filter(leg -> waits && leg.kind().equals(LegRow.CALLER))
                .findFirst()
                .orElseThrow(() -> Problem.conflict("supervision.not-waiting"));
    }

    QueueName queue(DomainCode domain, Language language) {
        if (!domains.all().contains(domain)) {
            throw Problem.invalid("supervision.domain", domain.value());
        }
        return new QueueName(domain, language);
    }

    int firstPriority() {
        return settings.first();
    }
}

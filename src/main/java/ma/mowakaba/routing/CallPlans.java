package ma.mowakaba.routing;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Ids;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.routing.Desk.Load;
import ma.mowakaba.routing.Router.CallPlan;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** Which of the exchange's queues a call goes to, and whether somebody is there to answer. */
@Component
class CallPlans {

    private static final int USUAL = 0;
    /** Who has an open case is rung a little before others. */
    private static final int KNOWN = 5;

    private final Roster roster;
    private final Domains domains;

    CallPlans(Roster roster, Domains domains) {
        this.roster = roster;
        this.domains = domains;
    }

    CallPlan plan(DomainCode wanted, Language language, Optional<StaffId> preferred) {
        DomainCode domain = domain(wanted, language);
        Optional<StaffId> here = preferred.filter(advisor -> roster.atWork().stream()
                .anyMatch(who -> who.phone() && who.advisor().id().equals(advisor)));
        String key = domain.equals(wanted) ? "queue" : "queue-general";
        return new CallPlan(
                domain.value() + "-" + language.code(),
                here.isPresent() ? KNOWN : USUAL,
                here,
                Reason.of(here.isPresent() ? "knows-the-case" : key, domain, language.code(), 0, 1));
    }

    /** @return whether anybody at work could be given it in the end, when the wait has lowered the demands */
    boolean staffed(DomainCode domain, Language language, Channel channel) {
        InLine anybody = new InLine(
                new ContactId(Ids.next(0)),
                channel,
                domain,
                language,
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty());
        return roster.atWork().stream()
                .filter(who -> takes(who, channel))
                .map(Roster.Present::advisor)
                .anyMatch(advisor -> Fit.of(advisor.id(), advisor.skills(), anybody, Ageing.ANYBODY)
                        .isPresent());
    }

    private static boolean takes(Roster.Present who, Channel channel) {
        Advisor advisor = who.advisor();
        return new Desk(
                        advisor.id(),
                        advisor.skills(),
                        advisor.capacity(),
                        who.phone(),
                        Load.NONE,
                        Instant.EPOCH,
                        Optional.empty())
                .room(channel);
    }

    /** The general queue stands in for a subject that was removed or that nobody on the telephone answers. */
    private DomainCode domain(DomainCode wanted, Language language) {
        boolean answered = domains.exists(wanted) && anybodyHas(wanted, language);
        return answered || !anybodyHas(DomainCode.GENERAL, language) && domains.exists(wanted)
                ? wanted
                : DomainCode.GENERAL;
    }

    private boolean anybodyHas(DomainCode domain, Language language) {
        Predicate<Advisor> answers = advisor -> advisor.extension().isPresent()
                && Fit.level(advisor.skills(), domain, spoken -> spoken == language) > 0;
        return roster.advisors().stream().anyMatch(answers);
    }
}

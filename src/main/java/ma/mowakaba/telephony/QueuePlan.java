package ma.mowakaba.telephony;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.Skill;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.telephony.ExchangeLink.Member;
import org.springframework.stereotype.Component;

/** Who ought to be in which queue now. */
@Component
class QueuePlan {

    private static final int BEST = 3;

    private final Accounts accounts;
    private final PresenceBoard presence;
    private final Router router;

    QueuePlan(Accounts accounts, PresenceBoard presence, Router router) {
        this.accounts = accounts;
        this.presence = presence;
        this.router = router;
    }

    List<Member> members() {
        Map<StaffId, Presence> present = presence.present();
        return accounts.all().stream()
                .filter(advisor -> present.containsKey(advisor.id()))
                .flatMap(this::members)
                .toList();
    }

    /** The better the skill, the lower the penalty. */
    private Stream<Member> members(Advisor advisor) {
        return advisor.extension().stream().flatMap(extension -> {
            boolean paused = !router.mayRing(advisor.id());
            return advisor.skills().stream()
                    .map(skill ->
                            new Member(queue(skill), device(extension), advisor.name(), BEST - skill.level(), paused));
        });
    }

    private static String queue(Skill skill) {
        return new QueueName(skill.domain(), skill.language()).toString();
    }

    static String device(String extension) {
        return "PJSIP/" + extension;
    }
}

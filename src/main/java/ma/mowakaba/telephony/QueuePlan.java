package ma.mowakaba.telephony;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final String TECHNOLOGY = "PJSIP/";

    private final Accounts accounts;
    private final PresenceBoard presence;
    private final Router router;
    private final CallbackTurns turns;

    QueuePlan(Accounts accounts, PresenceBoard presence, Router router, CallbackTurns turns) {
        this.accounts = accounts;
        this.presence = presence;
        this.router = router;
        this.turns = turns;
    }

    /** Whoever has a callback next is there and is not rung. */
    List<Member> members() {
        List<Advisor> here = here();
        List<Advisor> free = free(here);
        Set<Advisor> ringable = new HashSet<>(free);
        ringable.removeAll(turns.turns(free).keySet());
        return here.stream()
                .flatMap(advisor -> members(advisor, !ringable.contains(advisor)))
                .toList();
    }

    boolean callbacksDue() {
        return turns.due();
    }

    /** @return what these advisors ought to be members of, by their device; nothing for one who is not here */
    Map<String, List<Member>> members(List<StaffId> advisors) {
        Map<StaffId, Presence> here = presence.of(advisors);
        Set<StaffId> ringable = router.ringable(advisors.stream()
                .filter(id -> here.containsKey(id) && here.get(id).state() == Presence.State.AVAILABLE)
                .toList());
        Map<String, List<Member>> members = new HashMap<>();
        for (Advisor advisor : known(advisors)) {
            boolean paused = !ringable.contains(advisor.id());
            advisor.extension()
                    .ifPresent(extension -> members.put(
                            device(extension),
                            here.containsKey(advisor.id())
                                    ? members(advisor, paused).toList()
                                    : List.of()));
        }
        return members;
    }

    /** A change told about an account that does not exist holds nobody else up. */
    private List<Advisor> known(List<StaffId> advisors) {
        return advisors.stream().flatMap(id -> accounts.find(id).stream()).toList();
    }

    /** @return the callbacks that free advisors are kept for */
    Map<Advisor, Callbacks.Owed> turns() {
        return turns.turns(free(here()));
    }

    private List<Advisor> here() {
        Map<StaffId, Presence> present = presence.present();
        return accounts.all().stream()
                .filter(advisor ->
                        present.containsKey(advisor.id()) && advisor.extension().isPresent())
                .toList();
    }

    private List<Advisor> free(List<Advisor> here) {
        Set<StaffId> ringable = router.ringable(here.stream().map(Advisor::id).toList());
        return here.stream().filter(advisor -> ringable.contains(advisor.id())).toList();
    }

    /** The better the skill, the lower the penalty. */
    private static Stream<Member> members(Advisor advisor, boolean paused) {
        return advisor.extension().stream().flatMap(extension -> {
            return advisor.skills().stream()
                    .map(skill ->
                            new Member(queue(skill), device(extension), advisor.name(), BEST - skill.level(), paused));
        });
    }

    private static String queue(Skill skill) {
        return new QueueName(skill.domain(), skill.language()).toString();
    }

    static String device(String extension) {
        return TECHNOLOGY + extension;
    }

    static String extension(String device) {
        return device.substring(TECHNOLOGY.length());
    }
}

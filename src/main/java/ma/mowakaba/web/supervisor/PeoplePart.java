package ma.mowakaba.web.supervisor;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.routing.ReachableTelephones;
import ma.mowakaba.routing.Router;
import ma.mowakaba.routing.RoutingEvent;
import ma.mowakaba.routing.TelephoneChanged;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.ForcedPauses;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.PresenceChanged;
import ma.mowakaba.staff.Role;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.web.Words;
import ma.mowakaba.web.live.SharedPart;
import org.springframework.stereotype.Component;

/** The advisors by state, with how much each has in his hands. */
@Component
public class PeoplePart implements SharedPart {

    private final Accounts accounts;
    private final PresenceBoard board;
    private final Router router;
    private final ReachableTelephones telephones;
    private final ForcedPauses forced;

    PeoplePart(
            Accounts accounts,
            PresenceBoard board,
            Router router,
            ReachableTelephones telephones,
            ForcedPauses forced) {
        this.forced = forced;
        this.telephones = telephones;
        this.accounts = accounts;
        this.board = board;
        this.router = router;
    }

    /**
     * @param reason of a pause in words, empty otherwise
     * @param since empty for somebody who is not here
     * @param cutOff whether his telephone is not registered, so that no call reaches him
     */
    public record Someone(
            StaffId id, String name, String state, String reason, Optional<Instant> since, boolean cutOff, int hands) {}

    /** @param reasons a supervisor may put somebody on pause for; @param forced pauses that supervisors put somebody on */
    public record People(
            List<Someone> here, long offline, List<Count> states, List<Words.Choice> reasons, List<Forced> forced) {}

    /** @param until empty while it lasts */
    public record Forced(String name, String reason, String by, String at, String until) {}

    public record Count(String state, long count) {}

    @Override
    public String name() {
        return "people";
    }

    @Override
    public Audience audience() {
        return Audience.SUPERVISOR;
    }

    @Override
    public boolean movedBy(Object event) {
        return event instanceof PresenceChanged
                || event instanceof TelephoneChanged
                || event instanceof RoutingEvent.Assigned
                || event instanceof RoutingEvent.Released;
    }

    @Override
    public People content(Words words) {
        Map<StaffId, Presence> present = board.present();
        Map<StaffId, Long> hands = router.current().stream()
                .collect(Collectors.groupingBy(Router.Assignment::advisor, Collectors.counting()));
        List<Advisor> advisors = accounts.all().stream()
                .filter(account -> account.is(Role.ADVISOR))
                .toList();
        List<Someone> here = advisors.stream()
                .filter(advisor -> present.containsKey(advisor.id()))
                .map(advisor -> someone(advisor, present, hands, words))
                .sorted(Comparator.comparing(Someone::state).thenComparing(Someone::name))
                .toList();
        return new People(
                here,
                advisors.size() - here.size(),
                states(here),
                board.pauseReasons().stream()
                        .map(reason -> new Words.Choice(reason, reason(reason, words)))
                        .toList(),
                forced(words));
    }

    private List<Forced> forced(Words words) {
        List<ForcedPauses.Forced> recent = forced.recent();
        Map<StaffId, String> names = accounts.names(recent.stream()
                .flatMap(one -> Stream.of(one.advisor(), one.supervisor()))
                .collect(Collectors.toSet()));
        return recent.stream()
                .map(one -> new Forced(
                        names.getOrDefault(one.advisor(), ""),
                        reason(one.reason(), words),
                        names.getOrDefault(one.supervisor(), ""),
                        words.time(one.at()),
                        one.until().map(words::time).orElse("")))
                .toList();
    }

    private static String reason(String code, Words words) {
        return words.say("presence.reason." + code);
    }

    private Someone someone(Advisor advisor, Map<StaffId, Presence> present, Map<StaffId, Long> hands, Words words) {
        Optional<Presence> presence = Optional.ofNullable(present.get(advisor.id()));
        return new Someone(
                advisor.id(),
                advisor.name(),
                presence.map(now -> now.state().code()).orElse(Presence.State.OFFLINE.code()),
                presence.flatMap(Presence::reason)
                        .map(reason -> reason(reason, words))
                        .orElse(""),
                presence.map(Presence::since),
                advisor.extension().filter(one -> !telephones.reachable(one)).isPresent(),
                hands.getOrDefault(advisor.id(), 0L).intValue());
    }

    private static List<Count> states(List<Someone> here) {
        return here.stream().collect(Collectors.groupingBy(Someone::state, Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .toList();
    }
}

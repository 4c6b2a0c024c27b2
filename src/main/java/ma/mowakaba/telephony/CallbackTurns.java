package ma.mowakaba.telephony;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.mowakaba.calendar.BusinessCalendar;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Skill;
import org.springframework.stereotype.Component;

/**
 * Whose turn a free advisor is. A callback has the place its caller had: nobody who came after him is served before him, and he is not
 * served before anybody who came earlier and still waits on the line.
 */
@Component
class CallbackTurns {

    private final Callbacks callbacks;
    private final CallLists calls;
    private final Exchanges exchanges;
    private final BusinessCalendar calendar;
    private final Clock clock;

    CallbackTurns(Callbacks callbacks, CallLists calls, Exchanges exchanges, BusinessCalendar calendar, Clock clock) {
        this.callbacks = callbacks;
        this.calls = calls;
        this.exchanges = exchanges;
        this.calendar = calendar;
        this.clock = clock;
    }

    boolean due() {
        return !callbacks.due().isEmpty();
    }

    /** @return advisors the next of whom is a callback; the exchange must not ring them */
    Map<Advisor, Callbacks.Owed> turns(Collection<Advisor> free) {
        List<Callbacks.Owed> due = callbacks.due();
        Map<Advisor, Callbacks.Owed> turns = new LinkedHashMap<>();
        if (due.isEmpty() || !calendar.open(BusinessCalendar.DEFAULT, clock.instant())) {
            return turns;
        }
        List<CallLists.Waiting> line = calls.waiting();
        for (Callbacks.Owed owed : due) {
            free.stream()
                    .filter(advisor -> !turns.containsKey(advisor))
                    .filter(advisor -> level(advisor, owed).isPresent() && !earlier(line, advisor, owed))
                    .max(Comparator.comparing(advisor -> level(advisor, owed).orElseThrow()))
                    .ifPresent(advisor -> turns.put(advisor, owed));
        }
        return turns;
    }

    private static Optional<Integer> level(Advisor advisor, Callbacks.Owed owed) {
        return advisor.skills().stream()
                .filter(skill -> skill.domain().equals(owed.queue().domain())
                        && skill.language() == owed.queue().language())
                .map(Skill::level)
                .findFirst();
    }

    private boolean earlier(List<CallLists.Waiting> line, Advisor advisor, Callbacks.Owed owed) {
        return line.stream()
                .filter(waiting -> waiting.since().isBefore(owed.since()))
                .filter(waiting -> advisor.extension()
                        .filter(extension -> exchanges.reaches(waiting.linkedid(), extension))
                        .isPresent())
                .anyMatch(waiting -> advisor.skills().stream()
                        .anyMatch(skill -> skill.domain().equals(waiting.queue().domain())
                                && skill.language() == waiting.queue().language()));
    }
}

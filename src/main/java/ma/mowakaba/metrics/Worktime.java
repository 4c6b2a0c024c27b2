package ma.mowakaba.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.mowakaba.metrics.Intervals.Span;
import ma.mowakaba.staff.Presence.State;

/**
 * What the advisors did with their time: with a contact or in wrap-up, else available, else neither. Log-ins and pauses are in no
 * denominator; time with several chats at once counts once.
 */
final class Worktime {

    /** Somebody in one state. */
    record InState(UUID advisor, State state, Stretch time) {}

    private static final Coverage NONE = Coverage.of(List.of());

    private final Map<UUID, Coverage> handling;
    private final Map<UUID, Coverage> working;
    private final Map<UUID, Map<State, Coverage>> states;

    Worktime(List<Part> parts, List<InState> presence, Instant now) {
        Map<UUID, List<Stretch>> stretches = new HashMap<>();
        parts.forEach(part -> add(stretches, part.advisor(), part.stretch(now)));
        add(stretches, presence, State.WRAP_UP);
        handling = covered(stretches);
        add(stretches, presence, State.AVAILABLE);
        working = covered(stretches);
        states = presence.stream()
                .collect(Collectors.groupingBy(
                        InState::advisor,
                        Collectors.groupingBy(
                                InState::state,
                                TreeMap::new,
                                Collectors.collectingAndThen(
                                        Collectors.mapping(InState::time, Collectors.toList()), Coverage::of))));
    }

    /** @return everybody who had a contact or was present at some time */
    Set<UUID> advisors() {
        var all = new java.util.HashSet<>(handling.keySet());
        all.addAll(states.keySet());
        return all;
    }

    /** @return how long he had at least one contact or its after-call work */
    Duration handling(UUID advisor, Span span) {
        return handling.getOrDefault(advisor, NONE).within(span.from(), span.to());
    }

    /** @return how long he was available and had nothing to do */
    Duration free(UUID advisor, Span span) {
        return working.getOrDefault(advisor, NONE)
                .within(span.from(), span.to())
                .minus(handling(advisor, span));
    }

    /** @return how long he was in each state, those left out in which he was not */
    Map<State, Duration> states(UUID advisor, Span span) {
        Map<State, Duration> lasted = new TreeMap<>();
        states.getOrDefault(advisor, Map.of()).forEach((state, time) -> {
            Duration within = time.within(span.from(), span.to());
            if (within.isPositive()) {
                lasted.put(state, within);
            }
        });
        return lasted;
    }

    /** @return of all of them together, empty when they neither worked nor waited for work */
    Optional<Double> occupancy(Collection<UUID> advisors, Span span) {
        long busy = advisors.stream()
                .mapToLong(advisor -> handling(advisor, span).toMillis())
                .sum();
        long free = advisors.stream()
                .mapToLong(advisor -> free(advisor, span).toMillis())
                .sum();
        return ServiceLevel.ratio(busy, busy + free);
    }

    private static void add(Map<UUID, List<Stretch>> stretches, UUID advisor, Stretch time) {
        stretches.computeIfAbsent(advisor, who -> new ArrayList<>()).add(time);
    }

    private static void add(Map<UUID, List<Stretch>> stretches, List<InState> presence, State state) {
        presence.stream().filter(one -> one.state() == state).forEach(one -> add(stretches, one.advisor(), one.time()));
    }

    private static Map<UUID, Coverage> covered(Map<UUID, List<Stretch>> stretches) {
        return stretches.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Coverage.of(entry.getValue())));
    }
}

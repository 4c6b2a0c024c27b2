package ma.mowakaba.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads from the exchange's own records when more than two talked together. A hand over puts three into one bridge for a moment; that is none.
 */
final class Conferences {

    private static final int TWO = 2;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final String IN = "BRIDGE_ENTER";
    private static final String OUT = "BRIDGE_EXIT";

    private Conferences() {}

    /**
     * @param lines of one call, in any order, repeated or not
     * @param over when the call was, which ends what nobody wrote the end of
     * @return in the order of their beginning; one that lasts has no end
     */
    static List<Switchboard.Conference> of(List<JournalLine> lines, Optional<Instant> over) {
        Map<String, List<CelLine>> bridges = lines.stream()
                .filter(line -> line.source() == JournalLine.Source.CEL)
                .flatMap(line -> CelLine.parse(line.text()).stream())
                .filter(cel -> cel.type().equals(IN) || cel.type().equals(OUT))
                .distinct()
                .sorted(Comparator.comparing(CelLine::at))
                .collect(Collectors.groupingBy(Conferences::bridge, LinkedHashMap::new, Collectors.toList()));
        return bridges.values().stream()
                .flatMap(moves -> in(moves, over).stream())
                .filter(one -> one.until()
                        .map(until -> Duration.between(one.from(), until).compareTo(SHORTEST) >= 0)
                        .orElse(true))
                .sorted(Comparator.comparing(Switchboard.Conference::from))
                .toList();
    }

    private static String bridge(CelLine cel) {
        return Summaries.pairs(cel.extra()).getOrDefault("bridge_id", "");
    }

    private static List<Switchboard.Conference> in(List<CelLine> moves, Optional<Instant> over) {
        List<Switchboard.Conference> found = new ArrayList<>();
        Set<String> there = new LinkedHashSet<>();
        Set<String> parties = new LinkedHashSet<>();
        Optional<Instant> since = Optional.empty();
        for (CelLine move : moves) {
            if (move.type().equals(IN)) {
                there.add(move.uniqueid());
            } else {
                there.remove(move.uniqueid());
            }
            if (there.size() > TWO) {
                since = since.or(() -> Optional.of(move.at()));
                parties.addAll(there);
            } else if (since.isPresent()) {
                found.add(new Switchboard.Conference(List.copyOf(parties), since.get(), Optional.of(move.at())));
                since = Optional.empty();
                parties.clear();
            }
        }
        since.ifPresent(from -> found.add(new Switchboard.Conference(List.copyOf(parties), from, over)));
        return found;
    }
}

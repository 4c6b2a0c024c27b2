package ma.mowakaba.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** When somebody did something: moments in which he did it twice count once. */
final class Coverage {

    /** @param before how long the earlier pieces lasted together */
    private record Piece(Instant to, Duration before) {}

    private final NavigableMap<Instant, Piece> pieces = new TreeMap<>();

    private Coverage() {}

    static Coverage of(Collection<Stretch> stretches) {
        List<Stretch> inOrder =
                stretches.stream().sorted(Comparator.comparing(Stretch::from)).toList();
        Coverage coverage = new Coverage();
        inOrder.forEach(coverage::add);
        return coverage;
    }

    private void add(Stretch next) {
        Map.Entry<Instant, Piece> last = pieces.lastEntry();
        if (!next.from().isBefore(next.to())) {
            return;
        }
        if (last == null || next.from().isAfter(last.getValue().to())) {
            pieces.put(next.from(), new Piece(next.to(), last == null ? Duration.ZERO : upTo(next.from())));
        } else if (next.to().isAfter(last.getValue().to())) {
            pieces.put(last.getKey(), new Piece(next.to(), last.getValue().before()));
        }
    }

    /** @return how long it lasted within a period */
    Duration within(Instant from, Instant to) {
        return upTo(to).minus(upTo(from));
    }

    private Duration upTo(Instant at) {
        Map.Entry<Instant, Piece> piece = pieces.lowerEntry(at);
        if (piece == null) {
            return Duration.ZERO;
        }
        Instant end = piece.getValue().to().isBefore(at) ? piece.getValue().to() : at;
        return piece.getValue().before().plus(Duration.between(piece.getKey(), end));
    }
}

package ma.mowakaba.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Some time, from one instant to another. */
record Stretch(Instant from, Instant to) {

    Optional<Stretch> within(Instant first, Instant last) {
        var cut = new Stretch(from.isBefore(first) ? first : from, to.isAfter(last) ? last : to);
        return cut.from.isBefore(cut.to) ? Optional.of(cut) : Optional.empty();
    }

    /** @return how long at least one of them lasted: parallel contacts count once */
    static Duration covered(List<Stretch> stretches) {
        Duration covered = Duration.ZERO;
        Instant until = Instant.MIN;
        for (Stretch next : stretches.stream()
                .sorted(java.util.Comparator.comparing(Stretch::from))
                .toList()) {
            Instant start = next.from.isAfter(until) ? next.from : until;
            if (next.to.isAfter(start)) {
                covered = covered.plus(Duration.between(start, next.to));
                until = next.to;
            }
        }
        return covered;
    }

    /** @return how long one of the first lasted while none of the others did */
    static Duration coveredOnlyBy(List<Stretch> these, List<Stretch> others) {
        return covered(Stream.concat(these.stream(), others.stream()).toList()).minus(covered(others));
    }
}

package ma.mowakaba.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Works out who made whom wait for how long. A hold that was never taken back lasts until whoever began it was gone. */
final class Holds {

    private Holds() {}

    /** @return in the order of their beginning */
    static List<Switchboard.Hold> of(List<LegRow> legs, List<HoldBook.Turn> turns) {
        return legs.stream()
                .flatMap(leg -> of(leg, turns).stream())
                .sorted(Comparator.comparing(Switchboard.Hold::from))
                .toList();
    }

    /** @param turns of the whole call, in the order of their times */
    static List<Switchboard.Hold> of(LegRow leg, List<HoldBook.Turn> turns) {
        List<Switchboard.Hold> holds = new ArrayList<>();
        Optional<Instant> since = Optional.empty();
        for (HoldBook.Turn turn : turns) {
            if (!turn.uniqueid().equals(leg.uniqueid()) || since.isPresent() == turn.on()) {
                continue;
            }
            if (turn.on()) {
                since = Optional.of(turn.at());
            } else {
                holds.add(hold(leg, since.orElseThrow(), Optional.of(turn.at())));
                since = Optional.empty();
            }
        }
        since.filter(from -> leg.endedAt().filter(from::isAfter).isEmpty())
                .ifPresent(from -> holds.add(hold(leg, from, leg.endedAt())));
        return holds;
    }

    /** @return how long advisors made the other side wait, in all; what overlaps counts once, what lasts counts until then */
    static Duration total(List<Switchboard.Hold> holds, Instant until) {
        Duration total = Duration.ZERO;
        Instant counted = Instant.MIN;
        for (Switchboard.Hold hold : holds) {
            Instant end = hold.until().filter(until::isAfter).orElse(until);
            Instant from = hold.from().isAfter(counted) ? hold.from() : counted;
            if (hold.advisor().isPresent() && end.isAfter(from)) {
                total = total.plus(Duration.between(from, end));
                counted = end;
            }
        }
        return total;
    }

    private static Switchboard.Hold hold(LegRow leg, Instant from, Optional<Instant> until) {
        return new Switchboard.Hold(leg.uniqueid(), leg.kind(), leg.advisor(), from, until);
    }
}

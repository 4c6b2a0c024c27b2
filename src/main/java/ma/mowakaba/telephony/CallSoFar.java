package ma.mowakaba.telephony;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import ma.mowakaba.contact.Outcome;

/**
 * A call as it stands, or as it stood: what was known once stays known. The exchange says most things twice, and its journal says all of them
 * again from the beginning; what is known costs no statement, but for
 * the rare hold.
 *
 * @param legs in the order of their start
 */
record CallSoFar(CallRow call, List<LegRow> legs) {

    /** @return whether the fact would change nothing */
    boolean knows(CallFact fact) {
        return knows(fact, call, () -> legs);
    }

    /** @param legs looked at only where the fact is about one */
    static boolean knows(CallFact fact, CallRow call, Supplier<List<LegRow>> legs) {
        return switch (fact) {
            case CallFact.Arrived arrived -> true;
            case CallFact.Queued queued -> call.queuedAt().isPresent();
            case CallFact.Consented consented -> call.consent().isPresent();
            case CallFact.Rang rang ->
                any(
                        legs,
                        rang.party().uniqueid(),
                        leg -> leg.channel().equals(rang.party().channel()));
            case CallFact.Missed missed -> call.endedAt().isPresent();
            case CallFact.Rated rated -> call.satisfaction().isPresent();
            case CallFact.PickedUp pickedUp ->
                any(legs, pickedUp.uniqueid(), leg -> leg.answeredAt().isPresent());
            case CallFact.Joined joined ->
                !joined.party().known()
                        || any(
                                legs,
                                joined.party().uniqueid(),
                                leg -> leg.answeredAt().isPresent());
            case CallFact.Hold hold -> false;
            case CallFact.Dialled dialled ->
                call.inbound()
                        || call.answeredAt().isPresent()
                        || call.unanswered().isPresent();
            case CallFact.LegEnded ended ->
                any(legs, ended.uniqueid(), leg -> leg.endedAt().isPresent());
            case CallFact.LeftQueue left -> !call.exitHint().isEmpty();
            case CallFact.Summed summed ->
                call.outcome().filter(outcome -> outcome != Outcome.INTERRUPTED).isPresent();
            case CallFact.Over over ->
                call.overAt().isPresent()
                        && !legs.get().isEmpty()
                        && legs.get().stream().allMatch(leg -> leg.endedAt().isPresent());
            case CallFact.Vanished vanished -> call.overAt().isPresent();
        };
    }

    private static boolean any(Supplier<List<LegRow>> legs, String uniqueid, Predicate<LegRow> what) {
        return legs.get().stream()
                .filter(leg -> leg.uniqueid().equals(uniqueid))
                .anyMatch(what);
    }
}

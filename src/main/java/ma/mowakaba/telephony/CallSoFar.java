package ma.mowakaba.telephony;

import java.util.List;
import java.util.Optional;
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
        return switch (fact) {
            case CallFact.Arrived arrived -> true;
            case CallFact.Queued queued -> call.queuedAt().isPresent();
            case CallFact.Consented consented -> call.consent().isPresent();
            case CallFact.Rang rang ->
                leg(rang.party().uniqueid())
                        .filter(leg -> leg.channel().equals(rang.party().channel()))
                        .isPresent();
            case CallFact.Missed missed -> call.endedAt().isPresent();
            case CallFact.Rated rated -> call.satisfaction().isPresent();
            case CallFact.PickedUp pickedUp ->
                leg(pickedUp.uniqueid())
                        .filter(leg -> leg.answeredAt().isPresent())
                        .isPresent();
            case CallFact.Joined joined ->
                !joined.party().known()
                        || leg(joined.party().uniqueid())
                                .filter(leg -> leg.answeredAt().isPresent())
                                .isPresent();
            case CallFact.Hold hold -> false;
            case CallFact.Dialled dialled ->
                call.inbound()
                        || call.answeredAt().isPresent()
                        || call.unanswered().isPresent();
            case CallFact.LegEnded ended ->
                leg(ended.uniqueid()).filter(leg -> leg.endedAt().isPresent()).isPresent();
            case CallFact.LeftQueue left -> !call.exitHint().isEmpty();
            case CallFact.Summed summed ->
                call.outcome().filter(outcome -> outcome != Outcome.INTERRUPTED).isPresent();
            case CallFact.Over over ->
                call.overAt().isPresent()
                        && !legs.isEmpty()
                        && legs.stream().allMatch(leg -> leg.endedAt().isPresent());
            case CallFact.Vanished vanished -> call.overAt().isPresent();
        };
    }

    Optional<LegRow> leg(String uniqueid) {
        return legs.stream().filter(leg -> leg.uniqueid().equals(uniqueid)).findFirst();
    }
}

package ma.mowakaba.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.routing.Ageing.Demand;
import ma.mowakaba.routing.RoutingRules.Candidate;
import ma.mowakaba.routing.RoutingRules.Choice;
import ma.mowakaba.staff.StaffId;

/**
 * One decision: goes through the line in the order of service, over all channels, and finds an advisor for each. It knows no database
 * and no clock; the same situation gives the same moves.
 *
 * <p>A phone is rung by the exchange, so a call is not given: the best advisor is kept free for it. When nobody's desk is clear of
 * chats and the call has waited long, the advisor with the fewest gets no new ones.
 */
final class Match {

    /** What a decision wants. */
    sealed interface Move {

        InLine contact();

        StaffId advisor();

        record Give(InLine contact, StaffId advisor, Reason reason) implements Move {}

        /** Keeps an advisor free for a call. */
        record Keep(InLine contact, StaffId advisor) implements Move {}
    }

    /**
     * What a decision is taken on.
     *
     * @param desks of those who are available
     * @param staff levels of everybody present
     */
    record Situation(Instant now, List<InLine> line, List<Desk> desks, StaffPresent staff) {}

    private final Situation situation;
    private final Ageing ageing;
    private final Duration drainAfter;
    private final Map<StaffId, Desk> desks = new LinkedHashMap<>();
    private final Set<StaffId> kept = new HashSet<>();
    private final Set<StaffId> draining = new HashSet<>();
    private final List<Move> moves = new ArrayList<>();

    private Match(Situation situation, Ageing ageing, Duration drainAfter) {
        this.situation = situation;
        this.ageing = ageing;
        this.drainAfter = drainAfter;
        situation.desks().forEach(desk -> desks.put(desk.advisor(), desk));
    }

    static List<Move> decide(Situation situation, Ageing ageing, Duration drainAfter) {
        return new Match(situation, ageing, drainAfter).moves();
    }

    private List<Move> moves() {
        Set<ContactId> provided = new HashSet<>();
        desks.values()
                .forEach(desk -> desk.keptFor().ifPresent(call -> {
                    provided.add(call);
                    kept.add(desk.advisor());
                }));
        situation.line().stream()
                .sorted(InLine.ORDER_OF_SERVICE)
                .filter(contact -> !provided.contains(contact.contact()))
                .forEach(this::serve);
        return moves;
    }

    private void serve(InLine contact) {
        List<Candidate> candidates = candidates(contact, desk -> desk.room(contact.channel()));
        if (candidates.isEmpty()) {
            drain(contact);
            return;
        }
        Choice choice = RoutingRules.choose(candidates);
        Desk desk = choice.candidate().desk();
        if (contact.call()) {
            kept.add(desk.advisor());
            moves.add(new Move.Keep(contact, desk.advisor()));
        } else {
            desks.put(desk.advisor(), desk.with(contact.channel(), situation.now()));
            moves.add(new Move.Give(contact, desk.advisor(), RoutingRules.reason(choice, contact)));
        }
    }

    private void drain(InLine contact) {
        Duration waited = Duration.between(contact.since(), situation.now());
        if (contact.call() && waited.compareTo(drainAfter) >= 0) {
            candidates(contact, desk -> desk.phone() && desk.load().calls() == 0).stream()
                    .map(Candidate::desk)
                    .filter(desk -> !draining.contains(desk.advisor()))
                    .min(Comparator.<Desk>comparingInt(desk -> desk.load().chats())
                            .thenComparing(desk -> desk.advisor().value()))
                    .ifPresent(desk -> draining.add(desk.advisor()));
        }
    }

    private List<Candidate> candidates(InLine contact, java.util.function.Predicate<Desk> free) {
        Demand demand =
                ageing.demand(contact, situation.staff().best(contact.domain(), contact.language()), situation.now());
        List<Candidate> found = new ArrayList<>();
        for (Desk desk : desks.values()) {
            boolean barred = kept.contains(desk.advisor())
                    || contact.channel() == Channel.CHAT && draining.contains(desk.advisor());
            if (!barred && free.test(desk)) {
                Fit.of(desk.advisor(), desk.skills(), contact, demand)
                        .ifPresent(fit -> found.add(new Candidate(desk, fit)));
            }
        }
        return found;
    }
}

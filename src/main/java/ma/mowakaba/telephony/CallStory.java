package ma.mowakaba.telephony;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** What each fact changes. Runs in the caller's transaction; nothing here happens twice for the same fact. */
@Component
class CallStory {

    private static final Duration RECENT = Duration.ofMinutes(1);

    private final CallBook book;
    private final Callers callers;
    private final CallService service;
    private final Parties parties;
    private final Clock clock;

    CallStory(CallBook book, Callers callers, CallService service, Parties parties, Clock clock) {
        this.book = book;
        this.callers = callers;
        this.service = service;
        this.parties = parties;
        this.clock = clock;
    }

    /** @return without locking: two calls that begin at once must not wait for each other's gap in the index */
    boolean knows(String linkedid) {
        return book.knows(linkedid);
    }

    /**
     * The lock is the transaction's first statement: what is read after it is no older than it.
     *
     * @param before the call's legs as they were last known
     * @return the call as it stands then, empty when nobody heard of its beginning
     */
    Optional<CallSoFar> tell(String linkedid, List<CallFact> facts, List<LegRow> before) {
        return book.inHand(linkedid).map(call -> {
            boolean past = past(call.call(), facts);
            for (CallFact fact : facts) {
                if (!call.knows(fact)) {
                    tell(call, fact, past || call.call().endedAt().isPresent());
                }
            }
            return call.soFar(before);
        });
    }

    private boolean past(CallRow call, List<CallFact> facts) {
        Instant recent = clock.instant().minus(RECENT);
        return call.overAt().filter(recent::isAfter).isPresent()
                || facts.stream()
                        .anyMatch(fact ->
                                fact instanceof CallFact.Over over && over.at().isBefore(recent));
    }

    /** @param past the call has been over for a while: what happened in it is stored, but nobody's telephone rings any more */
    private void tell(CallInHand call, CallFact fact, boolean past) {
        switch (fact) {
            case CallFact.Arrived arrived -> {}
            case CallFact.Queued queued -> service.queued(call, queued);
            case CallFact.Consented consented -> service.consented(call, consented);
            case CallFact.Rang rang -> rang(call, rang, past);
            case CallFact.Missed missed -> missed(call, missed, past);
            case CallFact.Rated rated -> service.rated(call, rated);
            case CallFact.PickedUp pickedUp -> pickedUp(call, pickedUp, past);
            case CallFact.Joined joined -> {
                rang(call, new CallFact.Rang(joined.linkedid(), joined.party(), joined.at()), true);
                pickedUp(
                        call,
                        new CallFact.PickedUp(joined.linkedid(), joined.party().uniqueid(), joined.at()),
                        past);
            }
            case CallFact.Hold hold -> service.hold(call, hold);
            case CallFact.Dialled dialled -> service.dialled(call, dialled);
            case CallFact.LegEnded ended ->
                call.leg(ended.uniqueid()).ifPresent(leg -> service.legEnded(call, leg, ended.at(), past));
            case CallFact.LeftQueue left -> call.exitHint(left.how());
            case CallFact.Summed summed -> service.end(call, summed.summary(), summed.at(), past);
            case CallFact.Over over -> over(call, over.at(), past);
            case CallFact.Vanished vanished -> {
                if (call.over(vanished.at())) {
                    call.exitHint(Outcomes.VANISHED);
                }
            }
        }
    }

    /** @return the call as it stands then, if it is told the first time */
    Optional<CallSoFar> arrived(CallFact.Arrived arrived) {
        return callers.welcome(arrived).map(call -> {
            LegRow caller = LegRow.of(
                            arrived.linkedid(),
                            new CallFact.Party(arrived.linkedid(), arrived.channel()),
                            LegRow.CALLER,
                            Optional.empty(),
                            arrived.at())
                    .pickedUp(arrived.at());
            book.rang(caller);
            return new CallSoFar(call, List.of(caller));
        });
    }

    private void rang(CallInHand call, CallFact.Rang rang, boolean past) {
        CallFact.Party party = rang.party();
        if (!party.known() || party.uniqueid().equals(rang.linkedid())) {
            call.named(party);
            return;
        }
        Optional<StaffId> advisor = parties.advisor(party);
        String kind = parties.trunk(party)
                ? LegRow.OUTBOUND
                : call.call().answeredAt().isPresent() ? LegRow.TRANSFER : LegRow.ADVISOR;
        if (call.rang(LegRow.of(rang.linkedid(), party, kind, advisor, rang.at())) && !past) {
            advisor.ifPresent(who -> service.ringing(call.call(), who, rang.at()));
        }
    }

    private void pickedUp(CallInHand call, CallFact.PickedUp fact, boolean past) {
        if (!call.legPickedUp(fact.uniqueid(), fact.at())) {
            return;
        }
        LegRow leg = call.leg(fact.uniqueid()).orElseThrow();
        boolean called = leg.kind().equals(LegRow.OUTBOUND);
        Optional<StaffId> advisor = called
                ? call.legs().stream().flatMap(it -> it.advisor().stream()).findFirst()
                : leg.advisor();
        if (call.call().inbound() || called) {
            advisor.ifPresent(who -> service.answered(call, who, fact.at(), past));
            call.legs().stream()
                    .filter(it -> called
                            ? it.advisor().equals(advisor)
                            : it.uniqueid().equals(fact.uniqueid()))
                    .forEach(it -> service.handling(call.call(), it));
        } else if (!past) {
            advisor.ifPresent(service::pickedUpToDial);
        }
    }

    private void missed(CallInHand call, CallFact.Missed fact, boolean past) {
        if (!past) {
            call.leg(fact.uniqueid()).flatMap(LegRow::advisor).ifPresent(service::missed);
        }
    }

    private void over(CallInHand call, Instant at, boolean past) {
        if (call.over(at) && !call.call().inbound()) {
            service.endOutbound(call, at, past);
        }
        call.legs().forEach(leg -> service.legEnded(call, leg, at, past));
    }
}

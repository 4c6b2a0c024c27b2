package ma.mowakaba.telephony;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.PhoneNumber;
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

    boolean knows(String linkedid) {
        return book.knows(linkedid);
    }

    /**
     * The lock is the transaction's first statement: what is read after it is no older than it.
     *
     * @return the call as it stands then, empty when nobody heard of its beginning
     */
    Optional<CallSoFar> tell(String linkedid, List<CallFact> facts) {
        Optional<CallRow> locked = book.lock(linkedid);
        if (locked.isEmpty()) {
            return Optional.empty();
        }
        Instant recent = clock.instant().minus(RECENT);
        boolean past = facts.stream()
                .anyMatch(
                        fact -> fact instanceof CallFact.Over over && over.at().isBefore(recent));
        CallSoFar call = new CallSoFar(locked.get(), book.legs(linkedid));
        for (CallFact fact : facts) {
            if (!call.knows(fact)) {
                tell(call.call(), fact, past || call.call().endedAt().isPresent());
                call = new CallSoFar(book.lock(linkedid).orElseThrow(), book.legs(linkedid));
            }
        }
        return Optional.of(call);
    }

    /** @param past the call has been over for a while: what happened in it is stored, but nobody's telephone rings any more */
    private void tell(CallRow call, CallFact fact, boolean past) {
        switch (fact) {
            case CallFact.Arrived arrived -> {}
            case CallFact.Queued queued -> queued(call, queued);
            case CallFact.Consented consented -> service.consented(call, consented);
            case CallFact.Rang rang -> rang(call, rang, past);
            case CallFact.Missed missed -> missed(call, missed, past);
            case CallFact.Rated rated -> service.rated(call, rated);
            case CallFact.PickedUp pickedUp -> pickedUp(call, pickedUp, past);
            case CallFact.Joined joined -> {
                rang(call, new CallFact.Rang(call.linkedid(), joined.party(), joined.at()), true);
                pickedUp(
                        call,
                        new CallFact.PickedUp(call.linkedid(), joined.party().uniqueid(), joined.at()),
                        past);
            }
            case CallFact.Hold hold -> service.hold(call, hold);
            case CallFact.Dialled dialled -> service.dialled(call, dialled);
            case CallFact.LegEnded ended -> legEnded(call, ended, past);
            case CallFact.LeftQueue left -> book.exitHint(call.linkedid(), left.how());
            case CallFact.Summed summed -> service.end(call, summed.summary(), summed.at(), past);
            case CallFact.Over over -> over(call, over.at(), past);
            case CallFact.Vanished vanished -> vanished(call, vanished.at());
        }
    }

    void arrived(CallFact.Arrived arrived) {
        Optional<PhoneNumber> number = PhoneNumber.parse(arrived.number());
        callers.welcome(arrived.linkedid(), number, arrived.dialled(), arrived.at());
        book.rang(
                arrived.linkedid(),
                new CallFact.Party(arrived.linkedid(), arrived.channel()),
                LegRow.CALLER,
                Optional.empty(),
                arrived.at());
        book.legPickedUp(arrived.linkedid(), arrived.linkedid(), arrived.at());
    }

    private void queued(CallRow call, CallFact.Queued queued) {
        if (book.queued(call.linkedid(), queued.queue(), queued.at())) {
            service.queued(call, QueueName.parse(queued.queue()), queued);
        }
    }

    private void rang(CallRow call, CallFact.Rang rang, boolean past) {
        CallFact.Party party = rang.party();
        if (!party.known() || party.uniqueid().equals(call.linkedid())) {
            book.named(call.linkedid(), party);
            return;
        }
        Optional<StaffId> advisor = parties.advisor(party);
        String kind = parties.trunk(party)
                ? LegRow.OUTBOUND
                : call.answeredAt().isPresent() ? LegRow.TRANSFER : LegRow.ADVISOR;
        if (book.rang(call.linkedid(), party, kind, advisor, rang.at()) && !past) {
            advisor.ifPresent(who -> service.ringing(call, who, rang.at()));
        }
    }

    private void pickedUp(CallRow call, CallFact.PickedUp fact, boolean past) {
        if (!book.legPickedUp(call.linkedid(), fact.uniqueid(), fact.at())) {
            return;
        }
        List<LegRow> legs = book.legs(call.linkedid());
        LegRow leg = legs.stream()
                .filter(it -> it.uniqueid().equals(fact.uniqueid()))
                .findFirst()
                .orElseThrow();
        boolean called = leg.kind().equals(LegRow.OUTBOUND);
        Optional<StaffId> advisor =
                called ? legs.stream().flatMap(it -> it.advisor().stream()).findFirst() : leg.advisor();
        if (call.inbound() || called) {
            advisor.ifPresent(who -> service.answered(call, who, fact.at(), past));
            legs.stream()
                    .filter(it -> called
                            ? it.advisor().equals(advisor)
                            : it.uniqueid().equals(fact.uniqueid()))
                    .forEach(it -> service.handling(call, it));
        } else if (!past) {
            advisor.ifPresent(service::pickedUpToDial);
        }
    }

    private void missed(CallRow call, CallFact.Missed fact, boolean past) {
        if (!past) {
            book.legs(call.linkedid()).stream()
                    .filter(leg -> leg.uniqueid().equals(fact.uniqueid()))
                    .flatMap(leg -> leg.advisor().stream())
                    .forEach(service::missed);
        }
    }

    private void legEnded(CallRow call, CallFact.LegEnded fact, boolean past) {
        book.legs(call.linkedid()).stream()
                .filter(leg -> leg.uniqueid().equals(fact.uniqueid()))
                .forEach(leg -> service.legEnded(call, leg, fact.at(), past));
    }

    private void over(CallRow call, Instant at, boolean past) {
        if (book.over(call.linkedid(), at) && !call.inbound()) {
            service.endOutbound(call, at, past);
        }
        book.legs(call.linkedid()).forEach(leg -> service.legEnded(call, leg, at, past));
    }

    private void vanished(CallRow call, Instant at) {
        if (book.over(call.linkedid(), at)) {
            book.exitHint(call.linkedid(), Outcomes.VANISHED);
        }
    }
}

package ma.mowakaba.telephony;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Ids;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.TicketId;
import org.springframework.stereotype.Component;

/** What an advisor does with a telephone from his screen. Commands leave after the transaction that stores them. */
@Component
class Dialling {

    private final ExchangeLink exchange;
    private final OutgoingCalls outgoing;
    private final CallKeeper desk;
    private final Accounts accounts;
    private final Clock clock;

    Dialling(ExchangeLink exchange, OutgoingCalls outgoing, CallKeeper desk, Accounts accounts, Clock clock) {
        this.exchange = exchange;
        this.outgoing = outgoing;
        this.desk = desk;
        this.accounts = accounts;
        this.clock = clock;
    }

    Switchboard.ExchangeState exchange() {
        return exchange.state();
    }

    CallId dial(StaffId advisor, PhoneNumber to, Optional<TicketId> ticket) {
        outgoing.check(advisor, to);
        String extension = accounts.get(advisor).extension().orElseThrow(() -> Problem.conflict("call.no-extension"));
        if (!exchange.state().connected()) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "exchange.away");
        }
        String linkedid = "mw-out-" + Ids.next(clock.millis());
        OutgoingCalls.Outgoing call =
                new OutgoingCalls.Outgoing(linkedid, advisor, QueuePlan.device(extension), to, ticket);
        outgoing.dial(call, Columns.now(clock));
        return place(call);
    }

    /** Does nothing when somebody else dials it already. */
    void callBack(Advisor advisor, Callbacks.Owed owed) {
        String linkedid = "mw-back-" + Ids.next(clock.millis());
        if (outgoing.mayCallBack(owed, linkedid, Columns.now(clock))) {
            OutgoingCalls.Outgoing call = new OutgoingCalls.Outgoing(
                    linkedid,
                    advisor.id(),
                    QueuePlan.device(advisor.extension().orElseThrow()),
                    owed.number(),
                    Optional.of(owed.ticket()));
            outgoing.open(call, Columns.now(clock));
            place(call);
        }
    }

    private CallId place(OutgoingCalls.Outgoing call) {
        String linkedid = call.linkedid();
        try {
            exchange.originate(
                    linkedid,
                    call.device(),
                    call.to().e164().replaceFirst("^\\+212", "0").replaceFirst("^\\+", "00"));
        } catch (Problem refused) {
            desk.take(linkedid, List.of(new CallFact.Over(linkedid, Columns.now(clock))));
            throw refused;
        }
        return new CallId(linkedid);
    }

    void hangUp(CallRow call, StaffId by) {
        exchange.hangUp(leg(call, by).channel());
    }

    void transfer(CallRow call, StaffId by, String extension) {
        if (accounts.byExtension(extension).isEmpty()) {
            throw Problem.invalid("call.extension-unknown", extension);
        }
        exchange.transfer(leg(call, by).channel(), extension);
    }

    private LegRow leg(CallRow call, StaffId by) {
        return outgoing.legs(call).stream()
                .filter(leg -> leg.talking() && leg.advisor().filter(by::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> Problem.forbidden("call.not-yours"));
    }
}

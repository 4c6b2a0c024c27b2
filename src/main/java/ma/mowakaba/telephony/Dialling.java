package ma.mowakaba.telephony;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Columns;
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

    private final Exchanges exchanges;
    private final OutgoingCalls outgoing;
    private final CallKeeper desk;
    private final Accounts accounts;
    private final Clock clock;

    Dialling(Exchanges exchanges, OutgoingCalls outgoing, CallKeeper desk, Accounts accounts, Clock clock) {
        this.exchanges = exchanges;
        this.outgoing = outgoing;
        this.desk = desk;
        this.accounts = accounts;
        this.clock = clock;
    }

    Switchboard.ExchangeState exchange() {
        return exchanges.state();
    }

    /** @return whether any exchange is there to dial with */
    boolean possible() {
        return exchanges.all().stream().anyMatch(node -> node.link().state().connected());
    }

    CallId dial(StaffId advisor, PhoneNumber to, Optional<TicketId> ticket) {
        outgoing.check(advisor, to);
        String extension = accounts.get(advisor).extension().orElseThrow(() -> Problem.conflict("call.no-extension"));
        if (!connected(extension)) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "exchange.away");
        }
        String linkedid = exchanges.home(extension).linkedid("out", clock.millis());
        OutgoingCalls.Outgoing call =
                new OutgoingCalls.Outgoing(linkedid, advisor, QueuePlan.device(extension), to, ticket);
        outgoing.dial(call, Columns.now(clock));
        return place(call);
    }

    /** Does nothing when somebody else dials it already, or while his exchange is away. */
    void callBack(Advisor advisor, Callbacks.Owed owed) {
        String extension = advisor.extension().orElseThrow();
        String linkedid = exchanges.home(extension).linkedid("back", clock.millis());
        if (connected(extension) && outgoing.mayCallBack(owed, linkedid, Columns.now(clock))) {
            OutgoingCalls.Outgoing call = new OutgoingCalls.Outgoing(
                    linkedid, advisor.id(), QueuePlan.device(extension), owed.number(), Optional.of(owed.ticket()));
            outgoing.open(call, Columns.now(clock));
            place(call);
        }
    }

    private boolean connected(String extension) {
        return exchanges.home(extension).link().state().connected();
    }

    private CallId place(OutgoingCalls.Outgoing call) {
        String linkedid = call.linkedid();
        try {
            exchanges
                    .of(linkedid)
                    .originate(
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
        exchanges.of(call.linkedid()).hangUp(leg(call, by).channel());
    }

    void transfer(CallRow call, StaffId by, String extension) {
        if (accounts.byExtension(extension).isEmpty() || !exchanges.reaches(call.linkedid(), extension)) {
            throw Problem.invalid("call.extension-unknown", extension);
        }
        exchanges.of(call.linkedid()).transfer(leg(call, by).channel(), extension);
    }

    private LegRow leg(CallRow call, StaffId by) {
        return outgoing.legs(call).stream()
                .filter(leg -> leg.talking() && leg.advisor().filter(by::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> Problem.forbidden("call.not-yours"));
    }
}

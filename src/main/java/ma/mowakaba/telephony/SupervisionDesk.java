package ma.mowakaba.telephony;

import java.time.Clock;
import java.util.List;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** The door for supervisors. The note in the exchange's journal names the call, so that it stands there whatever becomes of us. */
@Component
class SupervisionDesk implements Supervision {

    private final SupervisedCalls calls;
    private final Exchanges exchanges;
    private final SupervisionBook book;
    private final MovedCalls moved;
    private final Clock clock;

    SupervisionDesk(SupervisedCalls calls, Exchanges exchanges, SupervisionBook book, MovedCalls moved, Clock clock) {
        this.calls = calls;
        this.exchanges = exchanges;
        this.book = book;
        this.moved = moved;
        this.clock = clock;
    }

    @Override
    public void hear(CallId id, StaffId supervisor, Ear how) {
        CallRow call = calls.get(id);
        String own = calls.telephone(supervisor);
        LegRow advisor = calls.talking(call, own);
        calls.checkConsent(call);
        String extension = calls.extension(advisor);
        if (!exchanges.reaches(id.linkedid(), QueuePlan.extension(own))) {
            throw Problem.conflict("supervision.elsewhere");
        }
        Exchanges.Node exchange = exchanges.having(id.linkedid());
        // kept before it rings: who was refused by the exchange has at least tried
        book.did(supervisor, id.linkedid(), how.code(), extension, Columns.now(clock));
        exchange.link()
                .hear(new ExchangeLink.Hearing(
                        exchange.linkedid("hear", clock.millis()), own, how, extension, id.linkedid()));
        exchange.link()
                .note(ExchangeLink.Note.of(
                        call.queue().orElse(ExchangeLink.Note.NONE),
                        QueuePlan.device(extension),
                        id.linkedid(),
                        "SUPERVISOR" + how.name()));
    }

    @Override
    public void move(CallId id, StaffId supervisor, DomainCode domain) {
        CallRow call = calls.get(id);
        LegRow caller = calls.waiting(call);
        QueueName from = QueueName.parse(call.queue().orElseThrow());
        QueueName to = calls.queue(domain, from.language());
        exchanges.of(id.linkedid()).move(caller.channel(), from.toString(), to.toString());
        moved.moved(call, to, supervisor, Columns.now(clock));
    }

    @Override
    public void first(CallId id, StaffId supervisor) {
        CallRow call = calls.get(id);
        LegRow caller = calls.waiting(call);
        String queue = call.queue().orElseThrow();
        ExchangeLink exchange = exchanges.of(id.linkedid());
        exchange.priority(caller.channel(), queue, calls.firstPriority());
        book.did(supervisor, id.linkedid(), "first", queue, Columns.now(clock));
        exchange.note(ExchangeLink.Note.of(queue, ExchangeLink.Note.NONE, id.linkedid(), "SUPERVISORFIRST"));
    }

    @Override
    public boolean mayBeHeard(Switchboard.Call call) {
        return calls.mayBeHeard(call.recordingConsent());
    }

    @Override
    public List<Act> acts(CallId call) {
        return book.of(call.linkedid());
    }
}

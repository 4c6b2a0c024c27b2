package ma.mowakaba.telephony;

import static ma.mowakaba.kernel.Columns.utc;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.StaffId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes a recording silent while a number is dictated, and says so in the exchange's own journal. The file goes on in time, so that what
 * is heard later stands where it was said.
 */
@Component
class RecordingPauses {

    private final Exchanges exchanges;
    private final CallLists calls;
    private final CallBook book;
    private final Marks marks;
    private final Clock clock;

    RecordingPauses(Exchanges exchanges, CallLists calls, CallBook book, Marks marks, Clock clock) {
        this.exchanges = exchanges;
        this.calls = calls;
        this.book = book;
        this.marks = marks;
        this.clock = clock;
    }

    void pause(String linkedid, StaffId by) {
        CallRow call = recorded(linkedid);
        LegRow his = his(call, by);
        exchanges.of(linkedid).silence(caller(call).channel(), true);
        if (marks.paused(call, by, Columns.now(clock))) {
            journal(call, his, "RECORDINGPAUSED");
        }
    }

    void resume(String linkedid, StaffId by) {
        CallRow call = recorded(linkedid);
        LegRow his = his(call, by);
        exchanges.of(linkedid).silence(caller(call).channel(), false);
        if (marks.resumed(call, by, Columns.now(clock))) {
            journal(call, his, "RECORDINGRESUMED");
        }
    }

    Recordings.Running running(Switchboard.Call call) {
        if (!call.recordingConsent().orElse(false) || !call.state().equals("talking")) {
            return Recordings.Running.NOT;
        }
        return marks.paused(call.id().linkedid()) ? Recordings.Running.PAUSED : Recordings.Running.RECORDING;
    }

    private CallRow recorded(String linkedid) {
        CallRow call = calls.get(linkedid).orElseThrow(() -> Problem.notFound("call.unknown"));
        boolean running = call.consent().orElse(false)
                && call.answeredAt().isPresent()
                && call.endedAt().isEmpty();
        if (!running) {
            throw Problem.conflict("recording.not-running");
        }
        return call;
    }

    private LegRow his(CallRow call, StaffId by) {
        return book.legs(call.linkedid()).stream()
                .filter(leg -> leg.talking() && leg.advisor().filter(by::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> Problem.forbidden("call.not-yours"));
    }

    /** The dialplan records on the caller's channel, which stays when the call is handed over. */
    private LegRow caller(CallRow call) {
        return book.legs(call.linkedid()).stream()
                .filter(leg -> leg.kind().equals(LegRow.CALLER))
                .findFirst()
                .orElseThrow(() -> Problem.conflict("recording.not-running"));
    }

    private void journal(CallRow call, LegRow leg, String what) {
        String device = new CallFact.Party(leg.uniqueid(), leg.channel()).device();
        exchanges
                .of(call.linkedid())
                .note(ExchangeLink.Note.of(
                        call.queue().orElse(ExchangeLink.Note.NONE), "PJSIP/" + device, call.linkedid(), what));
    }

    /** Who paused when. */
    @Component
    static class Marks {

        private final JdbcClient sql;
        private final ApplicationEventPublisher events;

        Marks(JdbcClient sql, ApplicationEventPublisher events) {
            this.sql = sql;
            this.events = events;
        }

        /** @return whether it was not paused before */
        boolean paused(CallRow call, StaffId by, Instant at) {
            boolean now = 1
                    == sql.sql("""
                        insert ignore into recording_pause (linkedid, open_linkedid, paused_by, paused_at) values (?, ?, ?, ?)\
                        """)
                            .params(call.linkedid(), call.linkedid(), by.value(), utc(at))
                            .update();
            tell(call, at);
            return now;
        }

        boolean resumed(CallRow call, StaffId by, Instant at) {
            boolean now = 1
                    == sql.sql("""
                        update recording_pause set open_linkedid = null, resumed_by = ?, resumed_at = ? where open_linkedid = ?\
                        """).params(by.value(), utc(at), call.linkedid()).update();
            tell(call, at);
            return now;
        }

        boolean paused(String linkedid) {
            Optional<Integer> open = sql.sql("select 1 from recording_pause where open_linkedid = ?")
                    .param(linkedid)
                    .query(Integer.class)
                    .optional();
            return open.isPresent();
        }

        private void tell(CallRow call, Instant at) {
            call.advisor()
                    .ifPresent(who ->
                            events.publishEvent(new CallEvent.RecordingChanged(call.id(), call.contact(), who, at)));
        }
    }
}

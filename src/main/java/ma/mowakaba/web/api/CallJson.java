package ma.mowakaba.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.telephony.Switchboard;
import ma.mowakaba.telephony.Unanswered;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.TicketId;
import ma.mowakaba.ticket.TicketNumber;
import org.springframework.stereotype.Component;

/** A call as programs see it. */
@Component
class CallJson {

    private final Helpdesk helpdesk;
    private final Accounts accounts;

    CallJson(Helpdesk helpdesk, Accounts accounts) {
        this.helpdesk = helpdesk;
        this.accounts = accounts;
    }

    /**
     * @param number of the caller, or the one we dialled; empty when withheld
     * @param state {@code ivr}, {@code queued}, {@code ringing}, {@code talking} while it lasts, then the terminal state
     * @param talkSeconds from answer to end without {@code holdSeconds}
     * @param holdSeconds how long advisors made the other side wait
     * @param reason why nobody answered a call we made: {@code busy}, {@code no-answer}, {@code refused}, {@code unreachable},
     *     {@code cancelled}, {@code advisor-no-answer}
     * @param satisfaction 1 to 5, as pressed after the call
     * @param consent to being recorded; empty when he was not asked
     */
    record View(
            String linkedid,
            String direction,
            Optional<String> number,
            String dialled,
            Optional<String> queue,
            String state,
            Optional<String> terminalState,
            Instant startedAt,
            Optional<Instant> queuedAt,
            Optional<Instant> answeredAt,
            Optional<Instant> endedAt,
            Optional<Long> waitSeconds,
            Optional<Long> talkSeconds,
            long holdSeconds,
            Optional<String> ticket,
            Optional<String> advisor,
            Optional<String> recording,
            Optional<Boolean> consent,
            Optional<Integer> satisfaction,
            Optional<String> reason,
            List<Leg> legs,
            List<Hold> holds) {}

    /** @param kind {@code caller}, {@code advisor}, {@code transfer}, {@code outbound} */
    record Leg(
            String uniqueid,
            String channel,
            String kind,
            Optional<String> advisor,
            Instant startedAt,
            Optional<Instant> answeredAt,
            Optional<Instant> endedAt) {}

    /** @param kind of the leg that made the others wait; @param until empty while it lasts */
    record Hold(String uniqueid, String kind, Optional<String> advisor, Instant from, Optional<Instant> until) {}

    /** @param parties {@code uniqueid} of each who talked in it; @param until empty while it lasts */
    record Conference(List<String> parties, Instant from, Optional<Instant> until) {}

    /** @param conferences when more than two talked together; @param journal the exchange's own lines, oldest first */
    record Detail(@JsonUnwrapped View call, List<Conference> conferences, List<String> journal) {}

    View view(Switchboard.Call call) {
        return views(List.of(call)).getFirst();
    }

    List<View> views(List<Switchboard.Call> calls) {
        Map<TicketId, TicketNumber> cases = helpdesk.numbers(
                calls.stream().flatMap(call -> call.ticket().stream()).toList());
        return calls.stream().map(call -> view(call, cases)).toList();
    }

    private View view(Switchboard.Call call, Map<TicketId, TicketNumber> cases) {
        return new View(
                call.id().linkedid(),
                call.direction(),
                call.caller().map(PhoneNumber::e164),
                call.dialled(),
                call.queue(),
                call.state(),
                call.outcome().map(Outcome::code),
                call.startedAt(),
                call.queuedAt(),
                call.answeredAt(),
                call.endedAt(),
                call.waited().map(Duration::toSeconds),
                call.talk().map(Duration::toSeconds),
                call.hold().toSeconds(),
                call.ticket().map(cases::get).map(TicketNumber::value),
                call.advisor().map(this::username),
                call.recording(),
                call.recordingConsent(),
                call.satisfaction(),
                call.unanswered().map(Unanswered::code),
                call.legs().stream().map(this::leg).toList(),
                call.holds().stream().map(this::hold).toList());
    }

    Detail detail(Switchboard.Call call, Switchboard.Journal journal) {
        return new Detail(
                view(call),
                journal.conferences().stream()
                        .map(one -> new Conference(one.parties(), one.from(), one.until()))
                        .toList(),
                journal.lines());
    }

    private Leg leg(Switchboard.Leg leg) {
        return new Leg(
                leg.uniqueid(),
                leg.channel(),
                leg.kind(),
                leg.advisor().map(this::username),
                leg.startedAt(),
                leg.answeredAt(),
                leg.endedAt());
    }

    private Hold hold(Switchboard.Hold hold) {
        return new Hold(hold.uniqueid(), hold.kind(), hold.advisor().map(this::username), hold.from(), hold.until());
    }

    private String username(StaffId advisor) {
        Advisor account = accounts.get(advisor);
        return account.username();
    }
}

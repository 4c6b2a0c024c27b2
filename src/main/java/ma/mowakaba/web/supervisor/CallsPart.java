package ma.mowakaba.web.supervisor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.telephony.CallEvent;
import ma.mowakaba.telephony.Switchboard;
import ma.mowakaba.web.Words;
import ma.mowakaba.web.live.SharedPart;
import org.springframework.stereotype.Component;

/** The calls that are not over. */
@Component
public class CallsPart implements SharedPart {

    private final Switchboard switchboard;
    private final Accounts accounts;

    CallsPart(Switchboard switchboard, Accounts accounts) {
        this.switchboard = switchboard;
        this.accounts = accounts;
    }

    /** @param number empty when withheld */
    public record Line(String id, String state, String number, String queue, String advisor, Instant since) {}

    @Override
    public String name() {
        return "calls";
    }

    @Override
    public Audience audience() {
        return Audience.SUPERVISOR;
    }

    @Override
    public boolean movedBy(Object event) {
        return event instanceof CallEvent;
    }

    /** Shorter than for others: a call is shown while it still rings. */
    @Override
    public Duration rest() {
        return Duration.ofMillis(50);
    }

    @Override
    public List<Line> content(Words words) {
        return switchboard.live().stream().map(this::line).toList();
    }

    private Line line(Switchboard.Call call) {
        return new Line(
                call.id().linkedid(),
                call.state(),
                call.caller().map(PhoneNumber::national).orElse(""),
                call.queue().orElse(""),
                call.advisor().map(this::name).orElse(""),
                call.answeredAt().or(call::queuedAt).orElse(call.startedAt()));
    }

    private String name(StaffId id) {
        try {
            return accounts.get(id).name();
        } catch (Problem gone) {
            return "";
        }
    }
}

package ma.mowakaba.web.supervisor;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.telephony.CallId;
import ma.mowakaba.telephony.Supervision;
import ma.mowakaba.telephony.Switchboard;
import ma.mowakaba.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** One call before a supervisor: its legs, what may be done with it, and what was. */
@Controller
@RequestMapping("/supervision/calls/{linkedid}")
class CallCare {

    private final Switchboard switchboard;
    private final Supervision supervision;
    private final Colleague colleagues;

    CallCare(Switchboard switchboard, Supervision supervision, Colleague colleagues) {
        this.switchboard = switchboard;
        this.supervision = supervision;
        this.colleagues = colleagues;
    }

    /** @param state {@code ringing}, {@code on}, {@code holding}, {@code over} */
    public record LegLine(String kind, String who, String state, Instant since) {}

    /** More than two talked, or talk. @param until empty while they do */
    public record Together(Instant from, Optional<Instant> until) {}

    public record Done(String who, String act, String detail, String when) {}

    /** @param number of the caller, empty when withheld; @param waits may be moved; @param talks may be heard, where {@code heard} says so */
    public record Sheet(
            String id,
            String number,
            String state,
            boolean waits,
            boolean talks,
            boolean heard,
            List<LegLine> legs,
            List<Together> conferences,
            List<Done> acts) {}

    @GetMapping
    String sheet(@PathVariable String linkedid, Model model, Words words) {
        describe(linkedid, model, words);
        return "supervisor/call";
    }

    /** What of it changes while the call goes on. */
    @GetMapping("/now")
    String now(@PathVariable String linkedid, Model model, Words words) {
        describe(linkedid, model, words);
        return "supervisor/call :: now";
    }

    private void describe(String linkedid, Model model, Words words) {
        Switchboard.Call call = switchboard.get(new CallId(linkedid));
        boolean live = call.endedAt().isEmpty();
        model.addAttribute(
                "call",
                new Sheet(
                        linkedid,
                        call.caller().map(PhoneNumber::national).orElse(""),
                        call.held() ? "held" : call.state(),
                        live && call.queuedAt().isPresent() && call.answeredAt().isEmpty(),
                        live && call.answeredAt().isPresent(),
                        supervision.mayBeHeard(call),
                        call.legs().stream().map(leg -> leg(leg, call.holds())).toList(),
                        switchboard.journal(call.id()).conferences().stream()
                                .map(one -> new Together(one.from(), one.until()))
                                .toList(),
                        supervision.acts(call.id()).stream()
                                .map(act -> new Done(
                                        colleagues.name(act.supervisor()),
                                        act.act(),
                                        act.detail(),
                                        words.time(act.at())))
                                .toList()));
    }

    @PostMapping("/ears")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hear(@PathVariable String linkedid, @RequestParam String how, Advisor viewer) {
        Supervision.Ear ear = Arrays.stream(Supervision.Ear.values())
                .filter(each -> each.code().equals(how))
                .findFirst()
                .orElseThrow(() -> Problem.fields(List.of(new Problem.FieldError("how", "invalid"))));
        supervision.hear(new CallId(linkedid), viewer.id(), ear);
    }

    @PutMapping("/queue")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(@PathVariable String linkedid, @RequestParam String domain, Advisor viewer) {
        supervision.move(new CallId(linkedid), viewer.id(), new DomainCode(domain));
    }

    @PutMapping("/priority")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void first(@PathVariable String linkedid, Advisor viewer) {
        supervision.first(new CallId(linkedid), viewer.id());
    }

    private LegLine leg(Switchboard.Leg leg, List<Switchboard.Hold> holds) {
        Optional<Instant> holding = holds.stream()
                .filter(hold ->
                        hold.uniqueid().equals(leg.uniqueid()) && hold.until().isEmpty())
                .map(Switchboard.Hold::from)
                .findFirst();
        String state = leg.endedAt().isPresent()
                ? "over"
                : holding.isPresent() ? "holding" : leg.answeredAt().isPresent() ? "on" : "ringing";
        return new LegLine(
                leg.kind(),
                leg.advisor().map(colleagues::name).orElse(""),
                state,
                leg.endedAt().or(() -> holding).or(leg::answeredAt).orElse(leg.startedAt()));
    }
}

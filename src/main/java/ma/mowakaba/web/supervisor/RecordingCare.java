package ma.mowakaba.web.supervisor;

import java.util.Arrays;
import java.util.List;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.telephony.CallId;
import ma.mowakaba.telephony.Recordings;
import ma.mowakaba.web.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a supervisor sees of a recording and does with it: who listened, what it is kept for, and its end. */
@Controller
@RequestMapping("/supervision/calls/{linkedid}/recording")
class RecordingCare {

    private final Recordings recordings;
    private final Colleague colleagues;

    RecordingCare(Recordings recordings, Colleague colleagues) {
        this.recordings = recordings;
        this.colleagues = colleagues;
    }

    /** @param purposes each with the one it has first */
    public record Care(String call, String purpose, String keptUntil, List<Words.Choice> purposes, List<Heard> heard) {}

    public record Heard(String who, String when) {}

    @GetMapping
    String care(@PathVariable String linkedid, Model model, Words words) {
        Recordings.Recording one =
                recordings.of(new CallId(linkedid)).orElseThrow(() -> Problem.notFound("recording.none"));
        model.addAttribute(
                "care",
                new Care(
                        linkedid,
                        one.purpose().code(),
                        words.time(one.keptUntil()),
                        Arrays.stream(Recordings.Purpose.values())
                                .map(each -> new Words.Choice(each.code(), words.say("web.recording." + each.code())))
                                .toList(),
                        recordings.listenings(one.call()).stream()
                                .map(it -> new Heard(colleagues.name(it.listener()), words.time(it.from())))
                                .toList()));
        return "workspace/recording :: care";
    }

    @PutMapping("/purpose")
    String keepFor(@PathVariable String linkedid, @RequestParam String purpose, Model model, Words words) {
        recordings.keepFor(
                new CallId(linkedid),
                Arrays.stream(Recordings.Purpose.values())
                        .filter(each -> each.code().equals(purpose))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("recording.purpose", purpose)));
        return care(linkedid, model, words);
    }

    @DeleteMapping
    ResponseEntity<Void> delete(
            @PathVariable String linkedid, @RequestParam(defaultValue = "") String why, Advisor viewer) {
        recordings.delete(new CallId(linkedid), viewer.id(), why);
        return ResponseEntity.noContent().header("HX-Trigger", "live:ticket").build();
    }
}

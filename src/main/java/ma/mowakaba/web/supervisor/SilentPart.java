package ma.mowakaba.web.supervisor;

import java.time.Instant;
import java.util.List;
import ma.mowakaba.telephony.Switchboard;
import ma.mowakaba.web.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Exchanges of which nothing is heard, on the wallboard. Who says nothing tells nobody, so it is asked. */
@Component
public class SilentPart extends AskedPart<List<Switchboard.Silence>> {

    private final Switchboard switchboard;

    SilentPart(Switchboard switchboard, ApplicationEventPublisher events) {
        super(List.of(), events);
        this.switchboard = switchboard;
    }

    @Scheduled(fixedDelay = 5000)
    void look() {
        ask();
    }

    @Override
    List<Switchboard.Silence> now() {
        return switchboard.silent();
    }

    /** @param key of the message that says what is silent */
    public record Line(String exchange, String key, Instant since) {}

    @Override
    public String name() {
        return "silent";
    }

    @Override
    public List<Line> content(Words words) {
        return now().stream()
                .map(silence -> new Line(
                        silence.exchange(),
                        silence.journalOnly() ? "web.silent.journal" : "web.silent.exchange",
                        silence.since()))
                .toList();
    }
}

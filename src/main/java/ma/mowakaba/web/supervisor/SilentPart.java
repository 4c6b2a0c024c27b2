package ma.mowakaba.web.supervisor;

import java.time.Instant;
import java.util.List;
import ma.mowakaba.telephony.Switchboard;
import ma.mowakaba.web.Words;
import ma.mowakaba.web.live.PartMoved;
import ma.mowakaba.web.live.SharedPart;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Exchanges of which nothing is heard, on the wallboard. Who says nothing tells nobody, so it is asked. */
@Component
public class SilentPart implements SharedPart {

    private final Switchboard switchboard;
    private final ApplicationEventPublisher events;
    private volatile List<Switchboard.Silence> last = List.of();

    SilentPart(Switchboard switchboard, ApplicationEventPublisher events) {
        this.switchboard = switchboard;
        this.events = events;
    }

    @Scheduled(fixedDelay = 5000)
    void look() {
        List<Switchboard.Silence> now = switchboard.silent();
        if (!now.equals(last)) {
            last = now;
            events.publishEvent(new PartMoved(name()));
        }
    }

    /** @param key of the message that says what is silent */
    public record Line(String exchange, String key, Instant since) {}

    @Override
    public String name() {
        return "silent";
    }

    @Override
    public Audience audience() {
        return Audience.SUPERVISOR;
    }

    @Override
    public boolean movedBy(Object event) {
        return event instanceof PartMoved moved && moved.part().equals(name());
    }

    @Override
    public List<Line> content(Words words) {
        return switchboard.silent().stream()
                .map(silence -> new Line(
                        silence.exchange(),
                        silence.journalOnly() ? "web.silent.journal" : "web.silent.exchange",
                        silence.since()))
                .toList();
    }
}

package ma.mowakaba.web.supervisor;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.telephony.CallEvent;
import ma.mowakaba.telephony.Switchboard;
import ma.mowakaba.web.RowPainter;
import ma.mowakaba.web.Words;
import ma.mowakaba.web.live.PartMoved;
import ma.mowakaba.web.live.SharedPart;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The calls that are not over. */
@Component
public class CallsPart implements SharedPart {

    private final CallsUnderWay calls;
    private final RowPainter rows;
    private final ApplicationEventPublisher events;

    CallsPart(CallsUnderWay calls, RowPainter rows, ApplicationEventPublisher events) {
        this.calls = calls;
        this.rows = rows;
        this.events = events;
    }

    /** @param html of the rows, each painted when its call changed */
    public record Rows(int count, String html) {}

    /** @param number empty when withheld */
    public record Line(
            String id, String state, String number, String domain, String tongue, String advisor, Instant since) {}

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
        return switch (event) {
            case CallEvent.Entered entered -> {
                calls.entered(entered);
                yield true;
            }
            case CallEvent told -> {
                calls.moved(told.call());
                yield true;
            }
            default -> SharedPart.super.movedBy(event);
        };
    }

    /** Who has come into a queue is seen there while his first tone rings; what becomes of his call may be told with that of others. */
    @Override
    public boolean hurriedBy(Object event) {
        return event instanceof CallEvent.Entered;
    }

    @Override
    public Rows content(Words words) {
        List<CallsUnderWay.Known> known = calls.now();
        if (calls.behind()) {
            events.publishEvent(new PartMoved(name()));
        }
        return new Rows(
                known.size(),
                known.stream()
                        .map(call -> call.painted()
                                .computeIfAbsent(
                                        words.language(), language -> rows.paint("call", line(call, words), words)))
                        .collect(Collectors.joining()));
    }

    private static Line line(CallsUnderWay.Known known, Words words) {
        Switchboard.Call call = known.call();
        return new Line(
                call.id().linkedid(),
                call.held() ? "held" : known.state(),
                call.caller().map(PhoneNumber::national).orElse(""),
                words.domain(domain(known)),
                words.tongue(known.contact().language()),
                known.advisor(),
                call.answeredAt().or(known::queuedAt).orElse(call.startedAt()));
    }

    /** Where he waits now: a supervisor may have moved him. */
    private static DomainCode domain(CallsUnderWay.Known known) {
        return known.queue()
                .filter(queue -> queue.matches("[a-z0-9]+(-[a-z0-9]+)*-(ar|fr|en|zgh)"))
                .map(queue -> new DomainCode(queue.substring(0, queue.lastIndexOf('-'))))
                .orElse(known.contact().domain());
    }
}

package ma.mowakaba.web.workspace;

import java.time.Instant;
import java.util.List;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.routing.Router;
import ma.mowakaba.routing.RoutingEvent;
import ma.mowakaba.ticket.TicketEvent;
import ma.mowakaba.web.Words;
import ma.mowakaba.web.live.SharedPart;
import org.springframework.stereotype.Component;

/** Who waits, over all channels, in the order of service. */
@Component
class WaitingPart implements SharedPart {

    private static final int SHOWN = 25;

    private final Router router;
    private final ContactLabels labels;

    WaitingPart(Router router, ContactLabels labels) {
        this.router = router;
        this.labels = labels;
    }

    /** @param total how many wait, of whom the first are shown */
    record Line(int total, List<Row> rows) {}

    /** @param takeable whether an advisor can pick it himself; calls are rung by the exchange */
    record Row(
            ContactId contact,
            String channel,
            String domain,
            String language,
            String priority,
            Instant since,
            boolean takeable,
            ContactLabels.Label label) {}

    @Override
    public String name() {
        return "waiting";
    }

    @Override
    public Audience audience() {
        return Audience.LIVE;
    }

    @Override
    public boolean movedBy(Object event) {
        return event instanceof RoutingEvent || event instanceof TicketEvent.Opened;
    }

    @Override
    public Line content(Words words) {
        return new Line(
                router.queues().stream().mapToInt(Router.Queue::waiting).sum(),
                router.waiting(SHOWN).stream().map(one -> row(one, words)).toList());
    }

    private Row row(Router.Waiting one, Words words) {
        return new Row(
                one.contact(),
                one.channel().code(),
                words.domain(one.domain()),
                words.tongue(one.language()),
                one.priority().code(),
                one.since(),
                one.channel() != Channel.CALL,
                labels.of(one.contact()));
    }
}

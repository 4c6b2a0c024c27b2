package ma.mowakaba.web.workspace;

import ma.mowakaba.telephony.Switchboard;
import ma.mowakaba.web.Words;
import ma.mowakaba.web.live.PartMoved;
import ma.mowakaba.web.live.SharedPart;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Whether the telephone exchange is connected. */
@Component
class StatesPart implements SharedPart {

    private final Switchboard switchboard;
    private final ApplicationEventPublisher events;
    private volatile boolean connected;

    StatesPart(Switchboard switchboard, ApplicationEventPublisher events) {
        this.switchboard = switchboard;
        this.events = events;
    }

    /** Since the link to the exchange tells nobody that it broke, it is asked. */
    @Scheduled(fixedDelay = 3000)
    void look() {
        boolean now = switchboard.exchange().connected();
        if (now != connected) {
            connected = now;
            events.publishEvent(new PartMoved(name()));
        }
    }

    @Override
    public String name() {
        return "states";
    }

    @Override
    public Audience audience() {
        return Audience.LIVE;
    }

    @Override
    public Switchboard.ExchangeState content(Words words) {
        return switchboard.exchange();
    }
}

package ma.mowakaba.web.supervisor;

import ma.mowakaba.mail.Mailroom;
import ma.mowakaba.web.Words;
import ma.mowakaba.web.live.PartMoved;
import ma.mowakaba.web.live.SharedPart;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many mails are held, on the wallboard. The mail room tells nobody when it holds one, so it is asked. */
@Component
public class HeldPart implements SharedPart {

    private final Mailroom mailroom;
    private final ApplicationEventPublisher events;
    private volatile int last;

    HeldPart(Mailroom mailroom, ApplicationEventPublisher events) {
        this.mailroom = mailroom;
        this.events = events;
    }

    @Scheduled(fixedDelay = 5000)
    void look() {
        int now = mailroom.held();
        if (now != last) {
            last = now;
            events.publishEvent(new PartMoved(name()));
        }
    }

    @Override
    public String name() {
        return "held";
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
    public Integer content(Words words) {
        return mailroom.held();
    }
}

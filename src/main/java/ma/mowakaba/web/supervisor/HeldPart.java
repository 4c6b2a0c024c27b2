package ma.mowakaba.web.supervisor;

import ma.mowakaba.mail.Mailroom;
import ma.mowakaba.web.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many mails are held, on the wallboard. The mail room tells nobody when it holds one, so it is asked. */
@Component
public class HeldPart extends AskedPart<Integer> {

    private final Mailroom mailroom;

    HeldPart(Mailroom mailroom, ApplicationEventPublisher events) {
        super(0, events);
        this.mailroom = mailroom;
    }

    @Scheduled(fixedDelay = 5000)
    void look() {
        ask();
    }

    @Override
    Integer now() {
        return mailroom.held();
    }

    @Override
    public String name() {
        return "held";
    }

    @Override
    public Integer content(Words words) {
        return now();
    }
}

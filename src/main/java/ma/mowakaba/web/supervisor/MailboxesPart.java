package ma.mowakaba.web.supervisor;

import java.util.List;
import ma.mowakaba.mail.MailboxBoard;
import ma.mowakaba.web.Words;
import ma.mowakaba.web.live.PartMoved;
import ma.mowakaba.web.live.SharedPart;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Each mailbox: whether it is read, how far, and what is wrong. Any node may be the one that reads it, so the database is asked. */
@Component
public class MailboxesPart implements SharedPart {

    static final String NAME = "mailboxes";

    private final MailboxBoard board;
    private final ApplicationEventPublisher events;
    private volatile List<MailboxBoard.State> last = List.of();

    MailboxesPart(MailboxBoard board, ApplicationEventPublisher events) {
        this.board = board;
        this.events = events;
    }

    @Scheduled(fixedDelay = 3000)
    void look() {
        List<MailboxBoard.State> now = board.all();
        if (!now.equals(last)) {
            last = now;
            events.publishEvent(new PartMoved(NAME));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Audience audience() {
        return Audience.SUPERVISOR;
    }

    @Override
    public boolean movedBy(Object event) {
        return event instanceof PartMoved moved && moved.part().equals(NAME);
    }

    @Override
    public List<MailboxBoard.State> content(Words words) {
        return board.all();
    }
}

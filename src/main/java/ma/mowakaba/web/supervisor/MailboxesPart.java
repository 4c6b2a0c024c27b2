package ma.mowakaba.web.supervisor;

import java.util.List;
import ma.mowakaba.mail.MailboxBoard;
import ma.mowakaba.web.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Each mailbox: whether it is read, how far, and what is wrong. Any node may be the one that reads it, so the database is asked. */
@Component
public class MailboxesPart extends AskedPart<List<MailboxBoard.State>> {

    static final String NAME = "mailboxes";

    private final MailboxBoard board;

    MailboxesPart(MailboxBoard board, ApplicationEventPublisher events) {
        super(List.of(), events);
        this.board = board;
    }

    @Scheduled(fixedDelay = 3000)
    void look() {
        ask();
    }

    @Override
    List<MailboxBoard.State> now() {
        return board.all();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<MailboxBoard.State> content(Words words) {
        return now();
    }
}

package ma.mowakaba.web.supervisor;

import java.util.List;
import ma.mowakaba.mail.MailboxBoard;
import ma.mowakaba.web.Words;
import ma.mowakaba.web.live.PartMoved;
import ma.mowakaba.web.live.SharedPart;
import org.springframework.stereotype.Component;

/** All mailboxes in one line of the wallboard. */
@Component
public class MailboxLinePart implements SharedPart {

    private final MailboxBoard board;

    MailboxLinePart(MailboxBoard board) {
        this.board = board;
    }

    /**
     * What the line says.
     *
     * @param mailboxes that are read
     * @param troubled how many of them cannot be read now
     * @param behind mails that are still to be taken from all of them
     */
    public record Line(long mailboxes, long troubled, long behind) {

        /** @return what is to be said first: {@code trouble}, {@code behind} or {@code well} */
        public String state() {
            if (troubled > 0) {
                return "trouble";
            }
            return behind > 0 ? "behind" : "well";
        }

        public long count() {
            return troubled > 0 ? troubled : behind;
        }
    }

    @Override
    public String name() {
        return "mailline";
    }

    @Override
    public Audience audience() {
        return Audience.SUPERVISOR;
    }

    @Override
    public boolean movedBy(Object event) {
        return event instanceof PartMoved moved && moved.part().equals(MailboxesPart.NAME);
    }

    @Override
    public Line content(Words words) {
        List<MailboxBoard.State> read =
                board.all().stream().filter(one -> !one.server().isEmpty()).toList();
        return new Line(
                read.size(),
                read.stream().filter(one -> one.trouble().isPresent()).count(),
                read.stream().mapToLong(MailboxBoard.State::behind).sum());
    }
}

package ma.mowakaba.mail;

import java.util.List;
import ma.mowakaba.ticket.MergedCases;
import ma.mowakaba.ticket.Ticket;
import org.springframework.stereotype.Component;

/** The mails that an answer continues: those of its case, and of cases of the same requester that it is one with. */
@Component
class TalkThreads {

    private final ThreadBook book;
    private final MergedCases merged;

    TalkThreads(ThreadBook book, MergedCases merged) {
        this.book = book;
        this.merged = merged;
    }

    /** @return oldest first */
    List<KnownMail> of(Ticket ticket) {
        return book.thread(merged.talk(ticket.id()).keySet());
    }
}

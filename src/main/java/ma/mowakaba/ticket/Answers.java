package ma.mowakaba.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** What advisors and the center itself write in a case. */
@Component
class Answers {
    private final CaseLedger ledger;
    private final Correspondence correspondence;
    private final Letters letters;
    private final DueTimes due;
    private final Clock clock;

    Answers(CaseLedger ledger, Correspondence correspondence, Letters letters, DueTimes due, Clock clock) {
        this.ledger = ledger;
        this.correspondence = correspondence;
        this.letters = letters;
        this.due = due;
        this.clock = clock;
    }

    MessageId reply(Ticket ticket, StaffId author, Helpdesk.Answer answer) {
        return reply(ticket, author, letters.answer(ticket, author, answer));
    }

    /** An answer like any other, but always by mail, and with all of the article in it. */
    MessageId mailArticle(Ticket ticket, StaffId author, String text, String slug) {
        return reply(ticket, author, letters.wholeArticle(ticket, author, text, slug));
    }

    /** Sent beside the conversation: the state, the owner and the due time stay as they are. */
    MessageId inform(Ticket ticket, StaffId author, String text, List<String> slugs) {
        Instant now = Columns.now(clock);
        CaseFile file = ledger.take(ticket.id());
        MessageId message = correspondence.send(ticket, letters.afterwards(ticket, author, text, slugs), now);
        file.touch(now);
        ledger.keep(file);
        ledger.tell(new TicketEvent.MessageAdded(file.id(), message, TimelineEntry.Direction.OUT, now));
        ledger.tell(new TicketEvent.Changed(file.id(), Optional.of(author), now));
        return message;
    }

    /** Tells routing before it takes the case, as the router does: two who take both in one order never wait for each other. */
    private MessageId reply(Ticket ticket, StaffId author, Letter letter) {
        Instant now = Columns.now(clock);
        correspondence.settle(ticket.id(), author, now);
        CaseFile file = ledger.take(ticket.id());
        MessageId message = correspondence.send(ticket, letter, now);
        Ticket surviving = file.ticket();
        file.answer(author, now, due.resolution(surviving.priority(), surviving.createdAt()));
        ledger.keep(file);
        ledger.tell(new TicketEvent.MessageAdded(file.id(), message, TimelineEntry.Direction.OUT, now));
        ledger.tell(new TicketEvent.Replied(file.id(), message, author, now));
        return message;
    }

    MessageId acknowledge(Ticket ticket, ContactId contact, String recipient, String text) {
        Instant now = Columns.now(clock);
        Letter letter = letters.automatic(ticket, recipient, text);
        MessageId message = correspondence.send(ticket, Optional.of(contact), letter, now);
        ledger.tell(new TicketEvent.MessageAdded(ticket.id(), message, TimelineEntry.Direction.OUT, now));
        return message;
    }

    MessageId note(TicketId id, StaffId author, String text) {
        Instant now = Columns.now(clock);
        CaseFile file = ledger.take(id);
        MessageId note = correspondence.note(id, author, text, now);
        file.touch(now);
        ledger.keep(file);
        ledger.tell(new TicketEvent.Changed(file.id(), Optional.of(author), now));
        return note;
    }
}

package ma.mowakaba.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Ids;
import org.springframework.stereotype.Component;

/** Opens cases and puts on them what requesters say. */
@Component
class Intake {
    private final CaseLedger ledger;
    private final Correspondence correspondence;
    private final TicketNumbers numbers;
    private final DueTimes due;
    private final Clock clock;

    Intake(CaseLedger ledger, Correspondence correspondence, TicketNumbers numbers, DueTimes due, Clock clock) {
        this.ledger = ledger;
        this.correspondence = correspondence;
        this.numbers = numbers;
        this.due = due;
        this.clock = clock;
    }

    Ticket open(NewTicket wanted, Optional<IncomingMessage> first) {
        Instant now = Columns.now(clock);
        TicketId id = new TicketId(Ids.next(clock.millis()));
        TicketNumber number = numbers.next(now, due.zone());
        Ticket ticket = ledger.keep(new CaseFile(id, number, wanted, now, due.answer(wanted.priority(), now)));
        ledger.tell(new TicketEvent.Opened(id, number, now));
        wanted.sorted().ifPresent(told -> ledger.sorted(id, told, now));
        first.ifPresent(message -> ledger.tell(new TicketEvent.MessageAdded(
                id, correspondence.heard(id, message, now), TimelineEntry.Direction.IN, now)));
        return ticket;
    }

    Helpdesk.Heard append(TicketId id, IncomingMessage message) {
        Instant now = Columns.now(clock);
        CaseFile file = ledger.take(id);
        if (file.closedAt().isPresent() && !due.reopens(file.closedAt().get(), now)) {
            return new Helpdesk.Heard(continueIn(ledger.takeItself(id).ticket(), file, message, now), true);
        }
        MessageId heard = correspondence.heard(id, message, now);
        ledger.tell(new TicketEvent.MessageAdded(file.id(), heard, TimelineEntry.Direction.IN, now));
        file.hear(now, due.answer(file.ticket().priority(), now));
        return new Helpdesk.Heard(ledger.keep(file), false);
    }

    MessageId overheard(TicketId id, Helpdesk.Spoken line) {
        MessageId message = correspondence.overheard(id, line);
        if (line.author().isPresent()) {
            CaseFile file = ledger.take(id);
            if (file.respond(
                    line.at(),
                    due.resolution(file.ticket().priority(), file.ticket().createdAt()))) {
                ledger.keep(file);
            }
        }
        TimelineEntry.Direction direction =
                line.author().isPresent() ? TimelineEntry.Direction.OUT : TimelineEntry.Direction.IN;
        ledger.tell(new TicketEvent.MessageAdded(ledger.surviving(id), message, direction, line.at()));
        return message;
    }

    MessageId notice(TicketId id, Helpdesk.Notice notice) {
        MessageId message = correspondence.noticed(id, notice);
        ledger.tell(new TicketEvent.Changed(ledger.surviving(id), Optional.empty(), Columns.now(clock)));
        return message;
    }

    Ticket openForCall(NewTicket wanted, ContactId contact, String linkedid) {
        Ticket ticket = open(wanted, Optional.empty());
        correspondence.called(ticket.id(), contact, linkedid, ticket.createdAt());
        return ticket;
    }

    void call(TicketId id, ContactId contact, String linkedid) {
        Instant now = Columns.now(clock);
        CaseFile file = ledger.take(id);
        if (correspondence.called(id, contact, linkedid, now)) {
            file.touch(now);
            ledger.put(file);
            ledger.tell(new TicketEvent.Changed(file.id(), Optional.empty(), now));
        }
    }

    /** @param closed the case he speaks of; whose it was a part of may be somebody else's */
    private Ticket continueIn(Ticket closed, CaseFile file, IncomingMessage message, Instant now) {
        NewTicket next = new NewTicket(
                closed.subject(),
                message.channel(),
                closed.domain(),
                closed.language(),
                closed.priority(),
                closed.requester(),
                closed.association());
        Ticket opened = open(next, Optional.of(message));
        ledger.link(file.id(), opened.id(), now);
        return opened;
    }
}

package ma.mowakaba.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Ids;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** Files what is said in a case: the text, its files, its place on the timeline, the contact it came by, the outbox it leaves by. */
@Component
class Correspondence {
    private final Messages messages;
    private final Timeline timeline;
    private final TicketContacts contacts;
    private final Outbox outbox;
    private final Clock clock;

    Correspondence(Messages messages, Timeline timeline, TicketContacts contacts, Outbox outbox, Clock clock) {
        this.messages = messages;
        this.timeline = timeline;
        this.contacts = contacts;
        this.outbox = outbox;
        this.clock = clock;
    }

    MessageId heard(TicketId ticket, IncomingMessage said, Instant now) {
        TimelineEntry.Message message = new TimelineEntry.Message(
                newId(),
                ticket,
                said.channel(),
                TimelineEntry.Direction.IN,
                false,
                Optional.empty(),
                said.from(),
                said.to(),
                said.copies(),
                said.subject(),
                said.text(),
                said.html(),
                List.of(),
                TimelineEntry.Delivery.SENT,
                Optional.empty(),
                now);
        contacts.link(ticket, said.contact());
        messages.add(ticket, Optional.of(said.contact()), message);
        messages.attach(ticket, message.id(), said.attachments());
        timeline.add(ticket, message);
        return message.id();
    }

    /** A line of a live conversation: said, and nothing more to do about it. */
    MessageId overheard(TicketId ticket, Helpdesk.Spoken line) {
        var message = new TimelineEntry.Message(
                newId(),
                ticket,
                line.channel(),
                line.author().isPresent() ? TimelineEntry.Direction.OUT : TimelineEntry.Direction.IN,
                false,
                line.author(),
                line.from(),
                "",
                List.of(),
                "",
                line.text(),
                Optional.empty(),
                List.of(),
                TimelineEntry.Delivery.SENT,
                Optional.empty(),
                line.at());
        messages.add(ticket, Optional.of(line.contact()), message);
        timeline.add(ticket, message);
        return message.id();
    }

    /** What a machine said: on the timeline, and of no contact. */
    MessageId noticed(TicketId ticket, Helpdesk.Notice notice) {
        var message = new TimelineEntry.Message(
                newId(),
                ticket,
                notice.channel(),
                TimelineEntry.Direction.IN,
                true,
                Optional.empty(),
                notice.from(),
                notice.to(),
                List.of(),
                notice.subject(),
                notice.text(),
                notice.html(),
                List.of(),
                TimelineEntry.Delivery.SENT,
                Optional.empty(),
                notice.at());
        messages.add(ticket, Optional.empty(), message);
        timeline.add(ticket, message);
        return message.id();
    }

    /** The call's place on the timeline. @return whether it was not there yet */
    boolean called(TicketId ticket, ContactId contact, String linkedid, Instant now) {
        contacts.link(ticket, contact);
        boolean first = contacts.call(ticket, contact);
        if (first) {
            timeline.add(ticket, new TimelineEntry.Call(contact, linkedid, now));
        }
        return first;
    }

    /** Into the outbox, with the articles the letter carries. */
    MessageId send(Ticket ticket, Letter letter, Instant now) {
        return send(ticket, contacts.latest(ticket.id()), letter, now);
    }

    /** @param answered the contact the letter answers */
    MessageId send(Ticket ticket, Optional<ContactId> answered, Letter letter, Instant now) {
        TimelineEntry.Message message = letter.message(newId(), ticket.id(), now);
        messages.add(ticket.id(), answered, message);
        messages.attach(ticket.id(), message.id(), letter.files());
        timeline.add(ticket.id(), message);
        letter.articles(now).forEach(article -> timeline.add(ticket.id(), message.id(), article));
        outbox.put(message.id(), ticket.id(), now);
        return message.id();
    }

    MessageId note(TicketId ticket, StaffId author, String text, Instant now) {
        TimelineEntry.Note note = new TimelineEntry.Note(newId(), author, text, now);
        messages.add(ticket, note);
        timeline.add(ticket, note);
        return note.id();
    }

    /** The written contacts of the case are answered. */
    void settle(TicketId ticket, StaffId by, Instant now) {
        contacts.answered(ticket, by, now);
    }

    private MessageId newId() {
        return new MessageId(Ids.next(clock.millis()));
    }
}

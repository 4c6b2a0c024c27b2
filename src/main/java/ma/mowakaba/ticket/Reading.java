package ma.mowakaba.ticket;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.kernel.Problem;
import org.springframework.stereotype.Component;

/** Everything that only reads cases. */
@Component
class Reading {
    private final TicketLists tickets;
    private final Timeline timeline;
    private final Attachments attachments;
    private final TicketLinks links;
    private final Messages messages;

    Reading(TicketLists tickets, Timeline timeline, Attachments attachments, TicketLinks links, Messages messages) {
        this.messages = messages;
        this.tickets = tickets;
        this.timeline = timeline;
        this.attachments = attachments;
        this.links = links;
    }

    Ticket get(TicketNumber number) {
        return tickets.byNumber(number).orElseThrow(() -> Problem.notFound("ticket.unknown"));
    }

    Ticket get(TicketId id) {
        return tickets.byId(id).orElseThrow(() -> Problem.notFound("ticket.unknown"));
    }

    TicketId surviving(TicketId id) {
        return tickets.surviving(id);
    }

    Optional<Ticket> ofContact(ContactId contact) {
        return tickets.idOfContact(contact).map(tickets::surviving).flatMap(tickets::byId);
    }

    Optional<TicketId> idOfContact(ContactId contact) {
        return tickets.idOfContact(contact);
    }

    Map<TicketId, Set<ContactId>> contacts(Collection<TicketId> cases) {
        return cases.isEmpty() ? Map.of() : tickets.contacts(cases);
    }

    Map<TicketId, TicketNumber> numbers(Collection<TicketId> cases) {
        return cases.isEmpty() ? Map.of() : tickets.numbers(cases);
    }

    Page<Ticket> list(TicketFilter filter, Page.Request page) {
        return tickets.list(filter, page);
    }

    List<Ticket> openCasesOf(PersonId person) {
        return tickets.openCasesOf(person);
    }

    Page<TimelineEntry> timeline(TicketId ticket, Page.Request page) {
        return timeline.page(ticket, page);
    }

    Helpdesk.StoredAttachment attachment(UUID id) {
        return attachments.get(id);
    }

    Helpdesk.Formatted formatted(TicketId ticket, MessageId message) {
        return messages.html(ticket, message)
                .map(html -> new Helpdesk.Formatted(html, attachments.inline(message)))
                .orElseThrow(() -> Problem.notFound("message.unknown"));
    }

    List<TicketNumber> linked(TicketId ticket) {
        return links.of(ticket);
    }
}

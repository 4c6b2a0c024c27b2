package ma.mowakaba.ticket;

import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.contact.Approach;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** Work on a case that nobody asked for from outside just now: it waits in the line like a form that came in. */
@Component
class FollowUps {
    private final TicketContacts contacts;
    private final Correspondence correspondence;
    private final Reception reception;
    private final Router router;

    FollowUps(TicketContacts contacts, Correspondence correspondence, Reception reception, Router router) {
        this.contacts = contacts;
        this.correspondence = correspondence;
        this.reception = reception;
        this.router = router;
    }

    void note(TicketId ticket, StaffId author, String text, Instant at) {
        correspondence.note(ticket, author, text, at);
    }

    /** Does nothing while a call or chat of the case goes on: that finds its advisor by itself. */
    void queue(Ticket ticket, Instant at) {
        if (contacts.speaks(ticket.id())) {
            return;
        }
        ContactId contact = reception.welcome(new Approach(
                Channel.WEB,
                ticket.id() + "/" + at.toEpochMilli(),
                ticket.requester(),
                ticket.domain(),
                ticket.language(),
                at));
        contacts.link(ticket.id(), contact);
        reception.queued(contact, ticket.domain(), ticket.language(), at);
        router.request(new Router.Request(
                contact, Channel.WEB, ticket.domain(), ticket.language(), ticket.priority(), at, Optional.empty()));
    }
}

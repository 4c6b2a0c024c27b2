package ma.mowakaba.web.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.contact.Approach;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Ids;
import ma.mowakaba.routing.Router;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.IncomingMessage;
import ma.mowakaba.ticket.NewTicket;
import ma.mowakaba.ticket.Ticket;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in a case written in a form or by a program: contact, case and place in the line are there together or not at all. */
@Component
class TicketForm {
    private final Reception reception;
    private final FormReader reader;
    private final Helpdesk helpdesk;
    private final Router router;
    private final Clock clock;

    TicketForm(Reception reception, FormReader reader, Helpdesk helpdesk, Router router, Clock clock) {
        this.reception = reception;
        this.reader = reader;
        this.helpdesk = helpdesk;
        this.router = router;
        this.clock = clock;
    }

    @Transactional
    Ticket open(NewTicketBody.Wanted wanted) {
        Instant now = Columns.now(clock);
        FormReader.Subject about = reader.subject(wanted);
        Optional<PersonId> person = reader.requester(wanted, about.language());
        String reference = Ids.next(clock.millis()).toString();
        ContactId contact =
                reception.queue(new Approach(Channel.WEB, reference, person, about.domain(), about.language(), now));
        Ticket ticket = helpdesk.open(
                new NewTicket(
                        wanted.subject(),
                        Channel.WEB,
                        about.domain(),
                        about.language(),
                        wanted.priority(),
                        person,
                        wanted.association(),
                        about.sorted()),
                Optional.of(message(wanted, contact, person, now)));
        router.request(new Router.Request(
                contact, Channel.WEB, about.domain(), about.language(), wanted.priority(), now, Optional.empty()));
        return ticket;
    }

    private static IncomingMessage message(
            NewTicketBody.Wanted wanted, ContactId contact, Optional<PersonId> person, Instant now) {
        String from = wanted.email()
                .map(email -> email.value())
                .or(() -> wanted.phone().map(phone -> phone.e164()))
                .or(wanted::name)
                .orElse("");
        return new IncomingMessage(
                Channel.WEB,
                contact,
                person,
                from,
                "",
                List.of(),
                wanted.subject(),
                wanted.body(),
                Optional.empty(),
                List.of(),
                now);
    }
}

package ma.mowakaba.telephony;

import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.contact.Contact;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.NewTicket;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Finds the case a call belongs to: the caller's newest unfinished one of the same domain, unless it is too old; else a new one. */
@Component
class CallTickets {

    /** Between groups of digits it keeps them in their order within Arabic text. */
    private static final char NO_BREAK = '\u00a0';

    private final Helpdesk helpdesk;
    private final Reception reception;
    private final CallBook book;
    private final MessageSource messages;
    private final TelephonySettings settings;

    CallTickets(
            Helpdesk helpdesk, Reception reception, CallBook book, MessageSource messages, TelephonySettings settings) {
        this.helpdesk = helpdesk;
        this.reception = reception;
        this.book = book;
        this.messages = messages;
        this.settings = settings;
    }

    /** @return the case, which has the call on it then; the call's own row is left to the caller */
    Ticket of(CallRow call, QueueName queue, Instant at) {
        Contact contact = reception.get(call.contact());
        Optional<Ticket> goingOn = contact.person().flatMap(person -> goingOn(person, queue, at));
        if (goingOn.isEmpty() && call.advisor().isEmpty()) {
            return helpdesk.openForCall(fresh(call, queue, contact.person()), call.contact(), call.linkedid());
        }
        Ticket ticket = goingOn.orElseGet(() -> helpdesk.open(fresh(call, queue, contact.person()), Optional.empty()));
        helpdesk.attachCall(ticket.id(), call.contact(), call.linkedid());
        return ticket;
    }

    void attach(CallRow call, TicketId ticket) {
        helpdesk.attachCall(ticket, call.contact(), call.linkedid());
        book.ticket(call.linkedid(), ticket);
    }

    /** The call had none: it is found, and written down with the call. */
    TicketId afterwards(CallRow call, QueueName queue, Instant at) {
        TicketId ticket = of(call, queue, at).id();
        book.ticket(call.linkedid(), ticket);
        return ticket;
    }

    private Optional<Ticket> goingOn(PersonId person, QueueName queue, Instant at) {
        Instant oldest = at.minus(settings.sameCase());
        return helpdesk.openCasesOf(person).stream()
                .filter(ticket -> ticket.domain().equals(queue.domain())
                        && ticket.createdAt().isAfter(oldest))
                .findFirst();
    }

    private NewTicket fresh(CallRow call, QueueName queue, Optional<PersonId> requester) {
        return new NewTicket(
                subject(call.caller(), queue.language()),
                Channel.CALL,
                queue.domain(),
                queue.language(),
                Priority.NORMAL,
                requester,
                Optional.empty());
    }

    private String subject(Optional<PhoneNumber> caller, Language language) {
        return caller.map(number -> messages.getMessage(
                        "telephony.ticket.subject",
                        new Object[] {number.national().replace(' ', NO_BREAK)},
                        language.locale()))
                .orElseGet(() -> messages.getMessage("telephony.ticket.withheld", null, language.locale()));
    }
}

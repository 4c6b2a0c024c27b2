package ma.mowakaba.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.contact.Contact;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.routing.Reason;
import ma.mowakaba.routing.Recipient;
import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** A case goes to a colleague, or into the line of another domain. Routing is told before the case is taken, as the router does. */
@Component
class CaseHandover {
    private static final Reason HANDED_OVER = Reason.of("handed-over");

    private final CaseLedger ledger;
    private final TicketContacts contacts;
    private final FollowUps followUps;
    private final Router router;
    private final Clock clock;

    CaseHandover(CaseLedger ledger, TicketContacts contacts, FollowUps followUps, Router router, Clock clock) {
        this.ledger = ledger;
        this.contacts = contacts;
        this.followUps = followUps;
        this.router = router;
        this.clock = clock;
    }

    /** @param id of the case that is worked on */
    void hand(TicketId id, StaffId by, Recipient to, String why) {
        if (why.isBlank()) {
            throw Problem.invalid("ticket.no-reason");
        }
        Instant now = Columns.now(clock);
        List<Contact> waiting = contacts.unsettled(id);
        waiting.forEach(contact -> router.handOver(contact.id(), to));
        Ticket ticket = change(id, by, to, now);
        followUps.note(id, by, why.strip(), now);
        if (to instanceof Recipient.Subject && waiting.isEmpty()) {
            followUps.queue(ticket, now);
        }
        ledger.tell(new TicketEvent.Changed(id, Optional.of(by), now));
    }

    private Ticket change(TicketId id, StaffId by, Recipient to, Instant now) {
        CaseFile file = ledger.take(id);
        if (!file.ticket().state().unfinished()) {
            file.become(TicketState.OPEN, Optional.of(by), now);
        }
        switch (to) {
            case Recipient.Colleague colleague -> file.give(Optional.of(colleague.id()), HANDED_OVER, now);
            case Recipient.Subject subject -> {
                ledger.move(file, subject.domain(), Optional.of(by), now);
                file.give(Optional.empty(), HANDED_OVER, now);
            }
        }
        file.touch(now);
        return ledger.keep(file);
    }
}

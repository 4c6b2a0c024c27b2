package ma.mowakaba.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.routing.Reason;
import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** Changes of a case itself: state, owner, subject and the like. */
@Component
class Changes {
    private final CaseLedger ledger;
    private final TicketContacts contacts;
    private final Router router;
    private final DueTimes due;
    private final Clock clock;

    Changes(CaseLedger ledger, TicketContacts contacts, Router router, DueTimes due, Clock clock) {
        this.ledger = ledger;
        this.contacts = contacts;
        this.router = router;
        this.due = due;
        this.clock = clock;
    }

    Ticket change(TicketId id, TicketChange change, long version, Optional<StaffId> by) {
        CaseFile file = ledger.takeWhole(id);
        if (!file.isVersion(version)) {
            throw Problem.stale("ticket.stale");
        }
        return change(file, change, by);
    }

    Ticket change(TicketId id, Function<Ticket, TicketChange> change, Optional<StaffId> by) {
        CaseFile file = ledger.takeWhole(id);
        return change(file, change.apply(file.ticket()), by);
    }

    private Ticket change(CaseFile file, TicketChange change, Optional<StaffId> by) {
        Instant now = Columns.now(clock);
        TicketId id = file.id();
        apply(change, file, by, now);
        Ticket ticket = ledger.keep(file);
        ledger.tell(new TicketEvent.Changed(id, by, now));
        if (change.state().isPresent() && !ticket.state().unfinished()) {
            contacts.finished(id, by, now);
        }
        if (change.domain().isPresent() || change.priority().isPresent()) {
            contacts.standAnew(ticket);
        }
        change.advisor().flatMap(advisor -> advisor).ifPresent(advisor -> handOver(id, advisor, by));
        return ticket;
    }

    void assign(TicketId id, Optional<StaffId> advisor, Reason reason) {
        Instant now = Columns.now(clock);
        CaseFile file = ledger.take(id);
        if (!file.belongsTo(advisor)) {
            file.give(advisor, reason, now);
            ledger.put(file);
            ledger.tell(new TicketEvent.Changed(file.id(), Optional.empty(), now));
        }
    }

    /** Whoever has the contact has its case, even when the contact was given to him before the case was there. */
    void link(TicketId id, ContactId contact) {
        contacts.link(id, contact);
        follow(id, contact);
    }

    /** The case goes to whoever has its contact now. */
    void follow(TicketId id, ContactId contact) {
        router.history(contact).stream()
                .filter(assignment -> assignment.releasedAt().isEmpty())
                .reduce((earlier, later) -> later)
                .ifPresent(last -> assign(id, Optional.of(last.advisor()), last.reason()));
    }

    private void apply(TicketChange change, CaseFile file, Optional<StaffId> by, Instant now) {
        change.subject().ifPresent(file::rename);
        change.tags().ifPresent(file::label);
        change.domain().ifPresent(domain -> ledger.move(file, domain, by, now));
        change.priority().ifPresent(priority -> file.prioritise(priority, owed(file.ticket(), priority)));
        change.advisor().ifPresent(advisor -> file.give(advisor, reason(advisor, by), now));
        change.state().ifPresent(state -> file.become(state, by, now));
        file.touch(now);
    }

    private Promise owed(Ticket ticket, Priority priority) {
        return ticket.firstResponseAt().isPresent()
                ? due.resolution(priority, ticket.createdAt())
                : due.answer(priority, ticket.createdAt());
    }

    private void handOver(TicketId id, StaffId advisor, Optional<StaffId> by) {
        contacts.unsettled(id)
                .forEach(contact ->
                        router.took(contact.id(), contact.channel(), advisor, reason(Optional.of(advisor), by)));
    }

    private static Reason reason(Optional<StaffId> advisor, Optional<StaffId> by) {
        return Reason.of(advisor.equals(by) ? "picked" : "handed-over");
    }
}

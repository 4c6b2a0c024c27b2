package ma.mowakaba.ticket;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.mowakaba.routing.Reason;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door, opened. Routing is told before the cases are taken, as the router does. */
@Component
@Transactional
class CaseMerging implements MergedCases {
    private static final Reason MERGED = Reason.of("merged");

    private final Merging merging;
    private final MergeBook book;
    private final TicketContacts contacts;
    private final TicketLists tickets;

    CaseMerging(Merging merging, MergeBook book, TicketContacts contacts, TicketLists tickets) {
        this.merging = merging;
        this.book = book;
        this.contacts = contacts;
        this.tickets = tickets;
    }

    @Override
    public Ticket merge(TicketId part, TicketId into, StaffId by) {
        TicketId target = book.surviving(into);
        Optional<StaffId> owner = owner(target).or(() -> owner(part));
        owner.ifPresent(one -> contacts.give(part, one, MERGED));
        Ticket surviving = merging.merge(part, target, by);
        if (owner.isEmpty()) {
            contacts.standAnew(surviving);
        }
        return surviving;
    }

    @Override
    public Ticket split(TicketId part, StaffId by) {
        return merging.split(part, by);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<TicketId, List<Ticket>> parts(Collection<TicketId> cases) {
        return cases.isEmpty() ? Map.of() : book.parts(cases);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<TicketId, TicketNumber> talk(TicketId ticket) {
        return book.talk(ticket);
    }

    private Optional<StaffId> owner(TicketId ticket) {
        return tickets.byId(ticket).flatMap(Ticket::advisor);
    }
}

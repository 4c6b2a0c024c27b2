package ma.mowakaba.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** Makes cases one and two again. Both are held in one order, whoever merges which into which at the same time. */
@Component
class Merging {
    private final CaseLedger ledger;
    private final MergeBook book;
    private final Notebook notebook;
    private final DueTimes due;
    private final Clock clock;

    Merging(CaseLedger ledger, MergeBook book, Notebook notebook, DueTimes due, Clock clock) {
        this.ledger = ledger;
        this.book = book;
        this.notebook = notebook;
        this.due = due;
        this.clock = clock;
    }

    /** @param into no part of another, as far as was known */
    Ticket merge(TicketId part, TicketId into, StaffId by) {
        if (part.equals(into)) {
            throw Problem.conflict("ticket.merge.same");
        }
        Stream.of(part, into).sorted(Comparator.comparing(TicketId::value)).forEach(ledger::takeItself);
        CaseFile one = ledger.takeWhole(part);
        CaseFile other = ledger.takeItself(into);
        if (other.mergedInto().isPresent()) {
            throw Problem.stale("ticket.stale");
        }
        Instant now = Columns.now(clock);
        boolean lent = one.mergeInto(other, by, now);
        ledger.put(one);
        Ticket surviving = ledger.keep(other);
        book.merged(one, into, by, lent);
        notebook.move(part, into);
        tell(part, into, by, now);
        return surviving;
    }

    Ticket split(TicketId part, StaffId by) {
        CaseFile one = ledger.takeItself(part);
        TicketId into = one.mergedInto().orElseThrow(() -> Problem.conflict("ticket.merge.none"));
        CaseFile other = ledger.takeItself(into);
        Instant now = Columns.now(clock);
        one.standApart(other, book.apart(part), by, now, due.answer(one.ticket().priority(), now));
        ledger.put(other);
        Ticket apart = ledger.keep(one);
        tell(part, ledger.surviving(into), by, now);
        return apart;
    }

    private void tell(TicketId part, TicketId surviving, StaffId by, Instant now) {
        ledger.tell(new TicketEvent.Changed(part, Optional.of(by), now));
        ledger.tell(new TicketEvent.Changed(surviving, Optional.of(by), now));
    }
}

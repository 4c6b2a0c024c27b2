package ma.mowakaba.ticket;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.StaffId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Takes a case out to be changed and puts it back: row, timeline and events in the caller's transaction. */
@Component
class CaseLedger {
    /** Record has changed since last read (with innodb_snapshot_isolation). */
    private static final Set<Integer> CHANGED_MEANWHILE = Set.of(1020);

    private final CaseFiles files;
    private final Timeline timeline;
    private final TicketLinks links;
    private final MergeBook merges;
    private final SortingBook sorting;
    private final ApplicationEventPublisher events;

    CaseLedger(
            CaseFiles files,
            Timeline timeline,
            TicketLinks links,
            MergeBook merges,
            SortingBook sorting,
            ApplicationEventPublisher events) {
        this.sorting = sorting;
        this.files = files;
        this.timeline = timeline;
        this.links = links;
        this.merges = merges;
        this.events = events;
    }

    /** @return the case that is worked on: the one that this is a part of, where it is one */
    CaseFile take(TicketId id) {
        CaseFile file = takeItself(id);
        while (file.mergedInto().isPresent()) {
            file = takeItself(file.mergedInto().get());
        }
        return file;
    }

    /** @return the case that is worked on, where nobody is to wait for it */
    TicketId surviving(TicketId id) {
        return merges.surviving(id);
    }

    /** @throws Problem CONFLICT {@code ticket.merged} when the case is a part of another */
    CaseFile takeWhole(TicketId id) {
        CaseFile file = takeItself(id);
        if (file.mergedInto().isPresent()) {
            throw Problem.conflict("ticket.merged", take(id).ticket().number().value());
        }
        return file;
    }

    CaseFile takeItself(TicketId id) {
        try {
            return files.forChange(id.value()).orElseThrow(() -> Problem.notFound("ticket.unknown"));
        } catch (DataAccessException e) {
            throw staleOr(e);
        }
    }

    /** @throws Problem STALE when somebody else put it back meanwhile */
    Ticket keep(CaseFile file) {
        put(file);
        return file.ticket();
    }

    /** As {@link #keep} where nobody asks for the case: its tags need not be read. */
    void put(CaseFile file) {
        try {
            files.saveAndFlush(file);
        } catch (DataAccessException e) {
            throw staleOr(e);
        }
        file.happened().forEach(entry -> record(file.id(), entry));
    }

    /** The two cases belong together. */
    void link(TicketId one, TicketId other, Instant at) {
        links.link(one, other, at);
    }

    /** The classifier told what the case is about. */
    void sorted(TicketId id, Library.Classification told, Instant at) {
        sorting.sorted(id, told, at);
    }

    /**
     * The case is about something else now; what the classifier told is held against it.
     *
     * @throws Problem STALE when that was touched meanwhile
     */
    void move(CaseFile file, DomainCode to, Optional<StaffId> by, Instant at) {
        if (!file.ticket().domain().equals(to)) {
            file.classify(to);
            try {
                sorting.moved(file.id(), to, by, at);
            } catch (DataAccessException e) {
                throw staleOr(e);
            }
        }
    }

    void tell(TicketEvent event) {
        events.publishEvent(event);
    }

    private void record(TicketId ticket, TimelineEntry entry) {
        timeline.add(ticket, entry);
        if (entry instanceof TimelineEntry.StateChange change) {
            tell(new TicketEvent.StateChanged(ticket, change.from(), change.to(), change.at()));
        }
    }

    private static RuntimeException staleOr(DataAccessException e) {
        boolean lost = e instanceof OptimisticLockingFailureException
                || e instanceof PessimisticLockingFailureException
                || NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException cause
                        && CHANGED_MEANWHILE.contains(cause.getErrorCode());
        return lost ? Problem.stale("ticket.stale") : e;
    }
}

package ma.mowakaba.telephony;

import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketChange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a move means for the rest of the house: the waiting line, the case, the screens. The wait goes on from where it began. */
@Component
class MovedCalls {

    private final SupervisionBook book;
    private final Router router;
    private final Helpdesk helpdesk;
    private final ApplicationEventPublisher events;

    MovedCalls(SupervisionBook book, Router router, Helpdesk helpdesk, ApplicationEventPublisher events) {
        this.book = book;
        this.router = router;
        this.helpdesk = helpdesk;
        this.events = events;
    }

    @Transactional
    public void moved(CallRow call, QueueName to, StaffId by, Instant at) {
        book.queue(call.linkedid(), to.toString());
        book.did(by, call.linkedid(), "move", to.toString(), at);
        router.cancel(call.contact());
        router.request(new Router.Request(
                call.contact(),
                Channel.CALL,
                to.domain(),
                to.language(),
                Priority.NORMAL,
                call.queuedAt().orElse(at),
                Optional.empty()));
        call.ticket().map(helpdesk::surviving).ifPresent(ticket -> about(ticket, to, by));
        events.publishEvent(new CallEvent.Queued(call.id(), call.contact(), call.ticket(), to.toString(), at));
    }

    private void about(Ticket ticket, QueueName to, StaffId by) {
        if (!ticket.domain().equals(to.domain())) {
            helpdesk.change(ticket.id(), _ -> TicketChange.to(to.domain()), Optional.of(by));
        }
    }
}

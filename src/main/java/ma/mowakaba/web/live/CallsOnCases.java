package ma.mowakaba.web.live;

import static org.springframework.transaction.event.TransactionPhase.AFTER_COMMIT;

import java.time.Duration;
import java.util.Optional;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.telephony.CallEvent;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.TicketId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** A call moves the case it is on: whoever has that open sees the call being answered, and its times when it ends. */
@Component
class CallsOnCases {

    private static final String CASES = "/topic/live/ticket/";
    private static final Duration SHORT = Duration.ofMillis(25);

    private final Helpdesk helpdesk;
    private final Streams streams;
    private final Coalescer coalescer;

    CallsOnCases(Helpdesk helpdesk, Streams streams, Coalescer coalescer) {
        this.helpdesk = helpdesk;
        this.streams = streams;
        this.coalescer = coalescer;
    }

    @TransactionalEventListener(phase = AFTER_COMMIT, fallbackExecution = true)
    void moved(CallEvent event) {
        switch (event) {
            case CallEvent.Answered answered -> look(answered.contact());
            case CallEvent.Ended ended -> look(ended.contact());
            case CallEvent.Explained explained -> look(explained.contact());
            case CallEvent.Recorded recorded -> look(recorded.contact());
            case CallEvent.RecordingChanged p -> {}
            case CallEvent.HungUp h -> {}
            case CallEvent.HoldChanged h -> {}
            case CallEvent.Arrived a -> {}
            case CallEvent.Entered e -> {}
            case CallEvent.Queued q -> {}
            case CallEvent.Ringing r -> {}
            case CallEvent.RingEnded r -> {}
        }
    }

    private void look(ContactId contact) {
        if (streams.heardBelow(CASES)) {
            coalescer.now(() -> caseOf(contact).ifPresent(this::tell));
        }
    }

    private Optional<TicketId> caseOf(ContactId contact) {
        return helpdesk.ofContact(contact).map(ticket -> ticket.id());
    }

    private void tell(TicketId ticket) {
        String destination = CASES + ticket;
        coalescer.ask(destination, SHORT, () -> streams.notice(destination, "ticket"));
    }
}

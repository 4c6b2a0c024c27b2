package ma.mowakaba.mail;

import java.util.Optional;
import ma.mowakaba.ticket.MessageId;
import ma.mowakaba.ticket.TicketEvent;
import ma.mowakaba.ticket.TimelineEntry.Direction;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Learns which message a case made of a mail: the event comes in the same transaction and thread, before the case's door returns. */
@Component
class FiledMessages {

    private final ThreadLocal<Optional<MessageId>> last = ThreadLocal.withInitial(Optional::empty);

    @EventListener
    void added(TicketEvent.MessageAdded event) {
        if (event.direction() == Direction.IN) {
            last.set(Optional.of(event.message()));
        }
    }

    MessageId take() {
        Optional<MessageId> message = last.get();
        last.remove();
        return message.orElseThrow(() -> new IllegalStateException("a case tells of each message it takes in"));
    }
}

package ma.mowakaba.routing;

import java.time.Clock;
import ma.mowakaba.contact.ContactEvent;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A call or a chat that is over neither waits nor lies on a desk. A mail does, until it is answered. */
@Component
class EndedContacts {

    private final Hands hands;
    private final Reception reception;
    private final Clock clock;

    EndedContacts(Hands hands, Reception reception, Clock clock) {
        this.hands = hands;
        this.reception = reception;
        this.clock = clock;
    }

    /** Joins the transaction that stores the end. */
    @EventListener
    void ended(ContactEvent.Ended event) {
        Channel channel = reception.get(event.contact()).channel();
        if (channel == Channel.CALL || channel == Channel.CHAT) {
            hands.over(event.contact(), Columns.now(clock));
        }
    }
}

package ma.mowakaba.routing;

import ma.mowakaba.contact.ContactEvent;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.kernel.Channel;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A call or a chat that is over neither waits nor lies on a desk. A mail does, until it is answered. */
@Component
class EndedContacts {

    private final Router router;
    private final Reception reception;

    EndedContacts(Router router, Reception reception) {
        this.router = router;
        this.reception = reception;
    }

    @EventListener
    void ended(ContactEvent.Ended event) {
        Channel channel = reception.get(event.contact()).channel();
        if (channel == Channel.CALL || channel == Channel.CHAT) {
            router.cancel(event.contact());
            router.release(event.contact());
        }
    }
}

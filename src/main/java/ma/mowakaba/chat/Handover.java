package ma.mowakaba.chat;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.chat.ChatRooms.Room;
import ma.mowakaba.contact.Approach;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.routing.Recipient;
import ma.mowakaba.routing.Router;
import org.springframework.stereotype.Component;

/** A conversation as a contact: into the line, out of it, and its end. Joins the caller's transaction. */
@Component
class Handover {

    private final Reception reception;
    private final Router router;
    private final Clock clock;

    Handover(Reception reception, Router router, Clock clock) {
        this.reception = reception;
        this.router = router;
        this.clock = clock;
    }

    boolean staffed(DomainCode domain, Room room) {
        return router.staffed(domain, room.language(), Channel.CHAT);
    }

    /** @return the visitor's contact, of the moment he began to wait or to leave his message */
    ContactId welcome(Room room, PersonId person, DomainCode domain) {
        return reception.welcome(approach(Channel.CHAT, room, person, domain));
    }

    void intoTheLine(ContactId contact, Channel channel, Room room, DomainCode domain) {
        Instant now = Columns.now(clock);
        reception.queued(contact, domain, room.language(), now);
        router.request(
                new Router.Request(contact, channel, domain, room.language(), Priority.NORMAL, now, Optional.empty()));
    }

    /** What a visitor left is answered like a mail: a contact of its own waits in the line, the chat has ended. */
    ContactId leftMessage(Room room, PersonId person, DomainCode domain) {
        ContactId later = reception.welcome(approach(Channel.WEB, room, person, domain));
        intoTheLine(later, Channel.WEB, room, domain);
        return later;
    }

    void handOver(ContactId contact, Recipient to) {
        router.handOver(contact, to);
    }

    void leaveTheLine(ContactId contact) {
        router.cancel(contact);
    }

    void ended(ContactId contact, Outcome outcome) {
        router.release(contact);
        reception.ended(contact, outcome, Columns.now(clock));
    }

    private Approach approach(Channel channel, Room room, PersonId person, DomainCode domain) {
        return new Approach(
                channel, room.id().toString(), Optional.of(person), domain, room.language(), Columns.now(clock));
    }
}

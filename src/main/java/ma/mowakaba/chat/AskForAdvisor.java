package ma.mowakaba.chat;

import java.util.Optional;
import ma.mowakaba.chat.ChatRooms.Room;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.routing.Recipient;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The visitor wants more than the knowledge base: an advisor now, or an answer later; or he has had enough. */
@Component
@Transactional
class AskForAdvisor {

    private final Conversation conversation;
    private final Handover handover;
    private final CaseOfChat cases;
    private final Directory directory;

    AskForAdvisor(Conversation conversation, Handover handover, CaseOfChat cases, Directory directory) {
        this.conversation = conversation;
        this.handover = handover;
        this.cases = cases;
        this.directory = directory;
    }

    /** @return the room as it was when nobody is there who could answer */
    Room now(ChatId chat, Guide.About about) {
        DomainCode domain = about.domain();
        return conversation.change(chat, (room, at) -> {
            Room before = room.room();
            if (room.state() == RoomState.CLOSED) {
                throw Problem.conflict("chat.closed");
            }
            if (room.state() != RoomState.GUIDED || !handover.staffed(domain, before)) {
                return false;
            }
            PersonId person = directory.meet(before.visitorName(), before.language());
            ContactId contact = handover.welcome(before, person, domain);
            Ticket ticket = cases.open(before, contact, person, about);
            room.await(contact, ticket.number(), domain, at);
            handover.intoTheLine(contact, Channel.CHAT, before, domain);
            return true;
        });
    }

    /** @throws Problem INVALID {@code chat.no-address} without an address or number that could be one */
    TicketNumber later(Room seen, Sender sender, Guide.About about) {
        DomainCode domain = about.domain();
        leaveTheLine(seen);
        Room after = conversation.change(seen.id(), (room, at) -> {
            Room before = room.room();
            if (room.state() == RoomState.CLOSED && before.ticket().isPresent()) {
                return false;
            }
            PersonId person = sender.meet(directory, before);
            ContactId asked = before.contact().orElseGet(() -> handover.welcome(before, person, domain));
            ContactId waits = handover.leftMessage(before, person, domain);
            Ticket ticket = cases.open(before, waits, person, about);
            room.becomeCase(ticket.number(), sender.name());
            handover.ended(asked, room.state() == RoomState.TALKING ? Outcome.ANSWERED : Outcome.LEFT_MESSAGE);
            room.close(at);
            return true;
        });
        return after.ticket().orElseThrow(() -> Problem.conflict("chat.closed"));
    }

    /** Somebody else goes on with the visitor. */
    void another(Room seen, StaffId by, Recipient to, String why) {
        if (seen.state().equals(RoomState.CLOSED.code())) {
            throw Problem.conflict("chat.closed");
        }
        seen.contact().ifPresent(contact -> handover.handOver(contact, to));
        seen.ticket().ifPresent(ticket -> cases.handOver(ticket, by, to, why));
        if (to instanceof Recipient.Subject subject) {
            conversation.change(seen.id(), (room, at) -> room.concern(subject.domain()));
        }
    }

    /** Ends the conversation: of a visitor who was talking as answered, of one who still waited as given up. */
    Room end(Room seen) {
        leaveTheLine(seen);
        return conversation.change(seen.id(), (room, at) -> {
            RoomState before = room.state();
            if (before == RoomState.CLOSED) {
                return false;
            }
            room.close(at);
            Outcome outcome = before == RoomState.TALKING ? Outcome.ANSWERED : Outcome.ABANDONED;
            room.room().contact().ifPresent(contact -> handover.ended(contact, outcome));
            return true;
        });
    }

    /** Before the room is held, since the router holds its line before it looks for a room. */
    private void leaveTheLine(Room seen) {
        seen.contact().ifPresent(handover::leaveTheLine);
    }

    /** Who leaves a message, and where he is answered. */
    record Sender(Optional<String> name, Optional<EmailAddress> email, Optional<PhoneNumber> phone) {

        static Sender of(Optional<String> name, Optional<String> email, Optional<String> phone) {
            var sender = new Sender(
                    name.map(String::strip).filter(text -> !text.isEmpty()),
                    email.map(String::strip).filter(text -> !text.isEmpty()).map(EmailAddress::new),
                    phone.flatMap(PhoneNumber::parse));
            if (sender.email.isEmpty() && sender.phone.isEmpty()) {
                throw Problem.invalid("chat.no-address");
            }
            return sender;
        }

        private PersonId meet(Directory directory, Room room) {
            Optional<String> called = name.or(room::visitorName);
            PersonId person = email.map(address -> directory.meet(address, called, room.language()))
                    .or(() -> phone.map(number -> directory.meet(number, called, room.language())))
                    .orElseThrow(() -> Problem.invalid("chat.no-address"));
            directory.learn(person, called, email, phone);
            return person;
        }
    }
}

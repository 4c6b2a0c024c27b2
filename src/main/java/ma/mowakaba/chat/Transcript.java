package ma.mowakaba.chat;

import java.util.Optional;
import ma.mowakaba.chat.ChatRooms.Room;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.TicketId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts what is said in a room on the timeline of its case: each line once, however often it is asked to. */
@Component
class Transcript {

    private final Rooms rooms;
    private final ChatLines lines;
    private final Helpdesk helpdesk;

    Transcript(Rooms rooms, ChatLines lines, Helpdesk helpdesk) {
        this.rooms = rooms;
        this.lines = lines;
        this.helpdesk = helpdesk;
    }

    @Transactional
    void bring(ChatId chat) {
        Optional<Room> room = rooms.findById(chat.value()).map(ChatRoom::room);
        if (room.isEmpty()
                || room.get().ticket().isEmpty()
                || room.get().contact().isEmpty()) {
            return;
        }
        TicketId ticket = helpdesk.get(room.get().ticket().get()).id();
        for (ChatLines.Untold line : lines.untold(chat)) {
            if (lines.transcribe(chat, line.number())) {
                helpdesk.overheard(
                        ticket, spoken(room.get(), room.get().contact().get(), line));
            }
        }
    }

    private static Helpdesk.Spoken spoken(Room room, ContactId contact, ChatLines.Untold line) {
        String from = line.author().or(room::visitorName).orElse("");
        return new Helpdesk.Spoken(Channel.CHAT, contact, line.speaker(), from, line.text(), line.at());
    }
}

package ma.mowakaba.chat;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.routing.Recipient;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.TicketNumber;
import org.springframework.stereotype.Component;

/** The rooms kept in the database. */
@Component
class StoredChatRooms implements ChatRooms {

    private final Rooms rooms;
    private final ChatLines lines;
    private final Voices voices;
    private final AskForAdvisor ask;
    private final Guide guide;

    StoredChatRooms(Rooms rooms, ChatLines lines, Voices voices, AskForAdvisor ask, Guide guide) {
        this.rooms = rooms;
        this.lines = lines;
        this.voices = voices;
        this.ask = ask;
        this.guide = guide;
    }

    @Override
    public Opened open(Language language, Optional<DomainCode> domain, Optional<String> visitorName) {
        return voices.open(language, domain, visitorName);
    }

    @Override
    public Line visitorSays(ChatId chat, String clientId, String text) {
        return voices.visitor(chat, clientId, text);
    }

    @Override
    public Line advisorSays(ChatId chat, StaffId advisor, String clientId, String text) {
        return voices.advisor(chat, advisor, clientId, text);
    }

    @Override
    public Room askForAdvisor(ChatId chat) {
        return ask.now(chat, guide.about(room(chat)));
    }

    @Override
    public TicketNumber leaveMessage(
            ChatId chat, Optional<String> name, Optional<String> email, Optional<String> phone) {
        Room seen = room(chat);
        return ask.later(seen, AskForAdvisor.Sender.of(name, email, phone), guide.about(seen));
    }

    @Override
    public void close(ChatId chat, Optional<StaffId> by) {
        ChatRoom seen = found(chat);
        by.ifPresent(seen::mustBeOf);
        ask.end(seen.room());
    }

    @Override
    public void handOver(ChatId chat, StaffId by, Recipient to, String why) {
        ChatRoom seen = found(chat);
        seen.mustBeOf(by);
        ask.another(seen.room(), by, to, why);
    }

    @Override
    public List<Library.Hit> suggestions(ChatId chat) {
        return guide.suggestions(room(chat));
    }

    @Override
    public Room room(ChatId chat) {
        return found(chat).room();
    }

    @Override
    public void seen(Collection<ChatId> chats) {
        voices.seen(chats);
    }

    @Override
    public boolean visitorOf(ChatId chat, String secret) {
        return rooms.findById(chat.value())
                .map(room -> RoomSecret.opens(secret, room.secretHash()))
                .orElse(false);
    }

    @Override
    public Optional<Room> ofContact(ContactId contact) {
        return rooms.findByContactId(contact.value()).map(ChatRoom::room);
    }

    @Override
    public Optional<Room> ofTicket(TicketNumber ticket) {
        return rooms.findFirstByTicketOrderByOpenedAtDesc(ticket.value()).map(ChatRoom::room);
    }

    @Override
    public List<Line> lines(ChatId chat, int after) {
        return lines.after(chat, after);
    }

    @Override
    public List<Room> of(StaffId advisor) {
        return rooms.findByAdvisorIdAndStateOrderByOpenedAt(advisor.value(), RoomState.TALKING).stream()
                .map(ChatRoom::room)
                .toList();
    }

    private ChatRoom found(ChatId chat) {
        return rooms.findById(chat.value()).orElseThrow(() -> Problem.notFound("chat.unknown"));
    }
}

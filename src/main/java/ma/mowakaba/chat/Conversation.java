package ma.mowakaba.chat;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import ma.mowakaba.chat.ChatRooms.Line;
import ma.mowakaba.chat.ChatRooms.Room;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.MessageId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes rooms one at a time: each verb holds the room's row, stores what is new and tells it. */
@Component
@Transactional
class Conversation {

    /**
     * Words on their way into a room.
     *
     * @param clientId chosen by the sender; the same words under it are stored once
     * @param speaker empty unless an advisor speaks
     * @param message of the case that they are, when they are one
     */
    record Words(
            String from,
            String clientId,
            Optional<StaffId> speaker,
            Optional<String> author,
            String text,
            Optional<MessageId> message) {}

    private final Rooms rooms;
    private final ChatLines lines;
    private final ChatSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conversation(Rooms rooms, ChatLines lines, ChatSettings settings, ApplicationEventPublisher events, Clock clock) {
        this.rooms = rooms;
        this.lines = lines;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    void begin(ChatRoom room) {
        rooms.save(room);
        tell(room);
    }

    /** @param check throws when this sender may not speak now */
    Line say(ChatId chat, Words words, Consumer<ChatRoom> check) {
        ChatRoom room = locked(chat);
        check.accept(room);
        return lines.brought(chat, words.from(), words.clientId()).orElseGet(() -> add(room, words));
    }

    private Line add(ChatRoom room, Words words) {
        ChatId chat = room.room().id();
        var line = new Line(
                room.nextLine(settings.linesPerRoom()),
                words.clientId(),
                words.from(),
                words.author(),
                words.text(),
                Columns.now(clock));
        lines.add(chat, line, words);
        events.publishEvent(new ChatEvent.Said(chat, line, line.at()));
        return line;
    }

    /** Says something as the center itself, such as who has joined. */
    Line announce(ChatId chat, String text) {
        String id = "center-" + UUID.randomUUID();
        return say(
                chat, new Words("center", id, Optional.empty(), Optional.empty(), text, Optional.empty()), room -> {});
    }

    /** @param verb @return whether anything changed; only then it is told */
    Room change(ChatId chat, BiFunction<ChatRoom, Instant, Boolean> verb) {
        return apply(locked(chat), verb);
    }

    /** @return empty when no room belongs to this contact, or nothing changed */
    Optional<Room> changeOf(ContactId contact, BiFunction<ChatRoom, Instant, Boolean> verb) {
        return rooms.lockedByContact(contact.value())
                .filter(room -> verb.apply(room, Columns.now(clock)))
                .map(this::tell);
    }

    private Room apply(ChatRoom room, BiFunction<ChatRoom, Instant, Boolean> verb) {
        return verb.apply(room, Columns.now(clock)) ? tell(room) : room.room();
    }

    private Room tell(ChatRoom room) {
        Room now = room.room();
        events.publishEvent(new ChatEvent.Changed(now.id(), Columns.now(clock)));
        return now;
    }

    private ChatRoom locked(ChatId chat) {
        return rooms.locked(chat.value()).orElseThrow(() -> Problem.notFound("chat.unknown"));
    }
}

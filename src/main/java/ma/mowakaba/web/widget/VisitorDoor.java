package ma.mowakaba.web.widget;

import java.util.UUID;
import ma.mowakaba.chat.ChatId;
import ma.mowakaba.chat.ChatRooms;
import ma.mowakaba.chat.ChatRooms.Line;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.web.Buckets;
import org.springframework.stereotype.Component;

/** Lets a visitor into his own room, and limits how much one visitor or one address may do. */
@Component
class VisitorDoor {

    private static final String TOO_MANY = "chat.too-many";

    private final ChatRooms rooms;
    private final Buckets opening;
    private final Buckets writing;

    VisitorDoor(ChatRooms rooms, WidgetSettings settings) {
        this.rooms = rooms;
        this.opening = new Buckets(settings.roomsPerMinute(), TOO_MANY);
        this.writing = new Buckets(settings.linesPerMinute(), TOO_MANY);
    }

    /** @throws Problem TOO_MANY {@code chat.too-many} */
    void mayOpen(String address) {
        opening.take(address);
    }

    /** @throws Problem NOT_FOUND {@code chat.unknown}, the same for a wrong secret and an unknown room */
    ChatId enter(String chat, String secret) {
        ChatId room = id(chat);
        if (!rooms.visitorOf(room, secret)) {
            throw Problem.notFound("chat.unknown");
        }
        return room;
    }

    Line says(ChatId chat, String clientId, String text) {
        writing.take(chat.toString());
        return rooms.visitorSays(chat, clientId, text);
    }

    static ChatId id(String chat) {
        try {
            return new ChatId(UUID.fromString(chat));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("chat.unknown");
        }
    }
}

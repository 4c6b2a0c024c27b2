package ma.mowakaba.chat;

import java.time.Instant;

/** What happens in a room. Published inside the transaction that stores it. */
public sealed interface ChatEvent {

    ChatId chat();

    Instant at();

    record Said(ChatId chat, ChatRooms.Line line, Instant at) implements ChatEvent {}

    /** State, advisor or ticket of the room changed. */
    record Changed(ChatId chat, Instant at) implements ChatEvent {}
}

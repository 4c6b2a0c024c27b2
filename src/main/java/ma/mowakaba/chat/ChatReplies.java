package ma.mowakaba.chat;

import java.util.Optional;
import java.util.function.Consumer;
import ma.mowakaba.chat.ChatRooms.Room;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.ticket.ReplyChannel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** An answer written on the case of a conversation: into the room while it lives, else by mail where we know an address. */
@Component
class ChatReplies implements ReplyChannel {

    private final Rooms rooms;
    private final ChatLines lines;
    private final Conversation conversation;
    private final Directory directory;
    private final ObjectProvider<ReplyChannel> channels;

    ChatReplies(
            Rooms rooms,
            ChatLines lines,
            Conversation conversation,
            Directory directory,
            ObjectProvider<ReplyChannel> channels) {
        this.rooms = rooms;
        this.lines = lines;
        this.conversation = conversation;
        this.directory = directory;
        this.channels = channels;
    }

    @Override
    public Channel channel() {
        return Channel.CHAT;
    }

    /** @throws Problem INVALID {@code chat.visitor-gone} when the room is closed and there is no address */
    @Override
    public void deliver(Outgoing message, Consumer<Runnable> notes) throws Exception {
        if (lines.carries(message.id().value())) {
            return;
        }
        Optional<ChatRoom> live = message.contact()
                .flatMap(contact -> rooms.findByContactId(contact.value()))
                .or(() -> rooms.findFirstByTicketOrderByOpenedAtDesc(
                        message.ticket().number().value()))
                .filter(room -> room.state() != RoomState.CLOSED);
        if (live.isPresent()) {
            say(live.get().room(), message);
        } else if (reachableByMail(message)) {
            mail().deliver(message, notes);
        } else {
            throw Problem.invalid("chat.visitor-gone");
        }
    }

    private void say(Room room, Outgoing message) {
        var words = new Conversation.Words(
                message.automatic() ? "center" : "advisor",
                message.id().toString(),
                Optional.empty(),
                message.automatic() ? Optional.empty() : Optional.of(message.authorName()),
                message.text(),
                Optional.of(message.id()));
        conversation.say(room.id(), words, open -> {});
    }

    private boolean reachableByMail(Outgoing message) {
        return message.to()
                .map(directory::card)
                .map(card -> !card.emails().isEmpty())
                .orElse(false);
    }

    private ReplyChannel mail() {
        return channels.stream()
                .filter(channel -> channel.channel() == Channel.MAIL)
                .findFirst()
                .orElseThrow(() -> Problem.invalid("chat.visitor-gone"));
    }
}

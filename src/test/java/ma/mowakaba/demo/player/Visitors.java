package ma.mowakaba.demo.player;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.chat.ChatId;
import ma.mowakaba.chat.ChatRooms;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import org.springframework.core.annotation.Order;

/** Visitors of a site: they ask, read what the knowledge base offers, then want a person. */
@Played
@Order(3)
class Visitors implements Player.Part {

    private final ChatRooms rooms;
    private final List<List<String>> scripts = Scripts.read("chats.tsv");
    private final List<List<String>> people = Scripts.read("associations.tsv");

    Visitors(ChatRooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public void play(int turn) {
        List<String> script = scripts.get(turn % scripts.size());
        String name = people.get((turn * 7 + 1) % people.size()).get(3);
        ChatId chat = rooms.open(
                        Language.of(script.get(1)), Optional.of(new DomainCode(script.get(0))), Optional.of(name))
                .chat();
        rooms.visitorSays(chat, UUID.randomUUID().toString(), script.get(2));
        rooms.askForAdvisor(chat);
        rooms.visitorSays(chat, UUID.randomUUID().toString(), script.get(3));
    }
}

package ma.mowakaba.chat;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.mowakaba.chat.ChatRooms.Line;
import ma.mowakaba.chat.ChatRooms.Opened;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Ids;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** Who speaks, and whether he may. */
@Component
class Voices {

    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ANSWER = 4000;

    private final Conversation conversation;
    private final Accounts accounts;
    private final VisitorWatch watch;
    private final ChatSettings settings;
    private final Clock clock;

    Voices(Conversation conversation, Accounts accounts, VisitorWatch watch, ChatSettings settings, Clock clock) {
        this.conversation = conversation;
        this.accounts = accounts;
        this.watch = watch;
        this.settings = settings;
        this.clock = clock;
    }

    Opened open(Language language, Optional<DomainCode> domain, Optional<String> visitorName) {
        var chat = new ChatId(Ids.next(clock.millis()));
        String secret = RoomSecret.fresh();
        Optional<String> name = visitorName
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> text.substring(0, Math.min(LONGEST_NAME, text.length())));
        var room = new ChatRoom(chat, language, domain, name, Columns.now(clock));
        room.lockedBy(RoomSecret.hash(secret));
        conversation.begin(room);
        watch.seen(chat);
        return new Opened(chat, secret, room.room());
    }

    void seen(Collection<ChatId> chats) {
        watch.seen(chats);
    }

    Line visitor(ChatId chat, String clientId, String text) {
        return conversation.say(chat, words(clientId, Optional.empty(), text, settings.longestLine()), room -> {});
    }

    Line advisor(ChatId chat, StaffId advisor, String clientId, String text) {
        return conversation.say(
                chat,
                words(clientId, Optional.of(accounts.get(advisor)), text, LONGEST_ANSWER),
                room -> room.mustBeOf(advisor));
    }

    /** @return the name associations know him by: his first */
    static String called(Advisor advisor) {
        return advisor.name().strip().split("\\s+")[0];
    }

    private static Conversation.Words words(String clientId, Optional<Advisor> speaker, String text, int longest) {
        String said = text.strip();
        if (said.isEmpty()) {
            throw Problem.invalid("chat.empty");
        }
        if (said.length() > longest) {
            throw Problem.of(Problem.Kind.TOO_LARGE, "chat.too-long", longest);
        }
        if (!CLIENT_ID.matcher(clientId).matches()) {
            throw Problem.invalid("chat.client-id");
        }
        return new Conversation.Words(
                speaker.isPresent() ? "advisor" : "visitor",
                clientId,
                speaker.map(Advisor::id),
                speaker.map(Voices::called),
                said,
                Optional.empty());
    }
}

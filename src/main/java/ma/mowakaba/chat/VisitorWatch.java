package ma.mowakaba.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When each visitor was last there: his socket says so now and then, on whichever node it is. */
@Component
class VisitorWatch {

    private final JdbcClient database;
    private final Clock clock;

    VisitorWatch(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void seen(ChatId chat) {
        database.sql("insert into chat_visitor (chat_id, seen_at) values (:chat, :now) on duplicate key update"
                        + " seen_at = :now")
                .param("chat", chat.value())
                .param("now", Columns.utc(Columns.now(clock)))
                .update();
    }

    void seen(Collection<ChatId> chats) {
        if (!chats.isEmpty()) {
            database.sql("update chat_visitor set seen_at = :now where chat_id in (:chats)")
                    .param("now", Columns.utc(Columns.now(clock)))
                    .param("chats", chats.stream().map(ChatId::toString).toList())
                    .update();
        }
    }

    Optional<Instant> lastSeen(ChatId chat) {
        return database.sql("select seen_at from chat_visitor where chat_id = :chat")
                .param("chat", chat.value())
                .query((row, number) -> Columns.instant(row, "seen_at"))
                .optional();
    }

    /** @return rooms in this state whose visitor is gone for longer, at most 200 */
    List<ChatId> goneFrom(RoomState state, Duration forLonger) {
        return database.sql("""
            select r.id from chat_room r join chat_visitor v on v.chat_id = r.id
            where r.state = :state and v.seen_at < :since limit 200\
            """)
                .param("state", state.name())
                .param("since", Columns.utc(Columns.now(clock).minus(forLonger)))
                .query((row, number) -> new ChatId(UUID.fromString(row.getString("id"))))
                .list();
    }
}

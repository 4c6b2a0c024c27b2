package ma.mowakaba.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.chat.ChatRooms.Line;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.MessageId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said, line by line. */
@Component
class ChatLines {

    private static final String COLUMNS =
            "select number, client_id, sender, author, text, said_at from chat_line where ";

    private final JdbcClient database;

    ChatLines(JdbcClient database) {
        this.database = database;
    }

    void add(ChatId chat, Line line, Conversation.Words words) {
        database.sql("""
            insert into chat_line (chat_id, number, sender, client_id, author, text, said_at, message_id,
              author_id, transcribed)
            values (:chat, :number, :sender, :client, :author, :text, :at, :message, :authorId, :transcribed)\
            """)
                .param("chat", chat.value())
                .param("number", line.number())
                .param("sender", line.from())
                .param("client", line.clientId())
                .param("author", line.author().orElse(null))
                .param("text", line.text())
                .param("at", Columns.utc(line.at()))
                .param("message", words.message().map(MessageId::value).orElse(null))
                .param("authorId", words.speaker().map(StaffId::value).orElse(null))
                .param("transcribed", words.message().isPresent() || line.from().equals("center"))
                .update();
    }

    /** What was said so far is in the first message of the case. */
    void transcribed(ChatId chat) {
        database.sql("update chat_line set transcribed = true where chat_id = :chat")
                .param("chat", chat.value())
                .update();
    }

    /** @return whether it is ours to put on the timeline: it is put there once */
    boolean transcribe(ChatId chat, int number) {
        return database.sql("update chat_line set transcribed = true where chat_id = :chat and number = :number"
                                + " and not transcribed")
                        .param("chat", chat.value())
                        .param("number", number)
                        .update()
                == 1;
    }

    /** @return what is not on the timeline of the case yet, oldest first */
    List<Untold> untold(ChatId chat) {
        return database.sql("select number, author_id, author, text, said_at from chat_line"
                        + " where chat_id = :chat and not transcribed order by number")
                .param("chat", chat.value())
                .query((row, number) -> new Untold(
                        row.getInt("number"),
                        Columns.maybeUuid(row, "author_id").map(StaffId::new),
                        Optional.ofNullable(row.getString("author")),
                        row.getString("text"),
                        Columns.instant(row, "said_at")))
                .list();
    }

    /** @return rooms of cases in which something was said before then, at most a day ago, that is not on the timeline yet */
    List<ChatId> behind(Instant before) {
        return database.sql("""
            select distinct l.chat_id from chat_line l join chat_room r on r.id = l.chat_id
            where not l.transcribed and l.said_at between :before - interval 1 day and :before
              and r.ticket is not null and r.contact_id is not null limit 200\
            """)
                .param("before", Columns.utc(before))
                .query((row, number) -> new ChatId(Columns.uuid(row, "chat_id")))
                .list();
    }

    /** @param speaker empty when it was the visitor */
    record Untold(int number, Optional<StaffId> speaker, Optional<String> author, String text, Instant at) {}

    /** @return the line a sender already brought under this id */
    Optional<Line> brought(ChatId chat, String sender, String clientId) {
        return database.sql(COLUMNS + "chat_id = :chat and sender = :sender and client_id = :client")
                .param("chat", chat.value())
                .param("sender", sender)
                .param("client", clientId)
                .query(ChatLines::read)
                .optional();
    }

    List<Line> after(ChatId chat, int number) {
        return database.sql(COLUMNS + "chat_id = :chat and number > :number order by number")
                .param("chat", chat.value())
                .param("number", number)
                .query(ChatLines::read)
                .list();
    }

    /** @return what the visitor said, oldest first, one line of the answer for one of his */
    String wordsOfVisitor(ChatId chat) {
        return String.join(
                "\n",
                database.sql("select text from chat_line where chat_id = :chat and sender = 'visitor' order by number")
                        .param("chat", chat.value())
                        .query(String.class)
                        .list());
    }

    Optional<String> lastWordsOfVisitor(ChatId chat) {
        return database.sql(
                        "select text from chat_line where chat_id = :chat and sender = 'visitor' order by number desc"
                                + " limit 1")
                .param("chat", chat.value())
                .query(String.class)
                .optional();
    }

    boolean carries(UUID message) {
        return database.sql("select count(*) from chat_line where message_id = :message")
                        .param("message", message)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static Line read(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getInt("number"),
                row.getString("client_id"),
                row.getString("sender"),
                Optional.ofNullable(row.getString("author")),
                row.getString("text"),
                Columns.instant(row, "said_at"));
    }
}

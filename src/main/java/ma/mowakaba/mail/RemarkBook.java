package ma.mowakaba.mail;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.ticket.MessageId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The remarks on messages, kept beside them. */
@Repository
class RemarkBook implements MailRemarks {

    private final JdbcClient sql;
    private final JsonMapper json;

    RemarkBook(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void add(MessageId message, List<Remark> remarks) {
        for (int position = 0; position < remarks.size(); position++) {
            sql.sql("insert into mail_remark (message_id, position, code, arguments) values (:message,"
                            + " :position, :code, :arguments)")
                    .param("message", message.value())
                    .param("position", position)
                    .param("code", remarks.get(position).code())
                    .param(
                            "arguments",
                            json.writeValueAsString(remarks.get(position).arguments()))
                    .update();
        }
    }

    /** In the place of one with the same code, else as the last. */
    void renew(MessageId message, Remark remark) {
        sql.sql("delete from mail_remark where message_id = :message and code = :code")
                .param("message", message.value())
                .param("code", remark.code())
                .update();
        sql.sql("insert into mail_remark (message_id, position, code, arguments) select :message,"
                        + " coalesce(max(position) + 1, 0), :code, :arguments from mail_remark where message_id ="
                        + " :message")
                .param("message", message.value())
                .param("code", remark.code())
                .param("arguments", json.writeValueAsString(remark.arguments()))
                .update();
    }

    @Override
    public Map<UUID, List<Remark>> of(Collection<UUID> messages) {
        if (messages.isEmpty()) {
            return Map.of();
        }
        return sql
                .sql("select message_id, code, arguments from mail_remark where message_id in (:messages) order by"
                        + " message_id, position")
                .param("messages", Columns.few(messages))
                .query((row, number) -> Map.entry(
                        Columns.uuid(row, "message_id"),
                        new Remark(
                                row.getString("code"),
                                List.of(json.readValue(row.getString("arguments"), String[].class)))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}

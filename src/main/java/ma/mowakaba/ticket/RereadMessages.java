package ma.mowakaba.ticket;

import java.time.Clock;
import java.util.Optional;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door, opened: text and files change together, and the case is told. */
@Component
@Transactional
class RereadMessages implements Rereading {
    private final JdbcClient sql;
    private final Attachments attachments;
    private final CaseLedger ledger;
    private final Clock clock;

    RereadMessages(JdbcClient sql, Attachments attachments, CaseLedger ledger, Clock clock) {
        this.sql = sql;
        this.attachments = attachments;
        this.ledger = ledger;
        this.clock = clock;
    }

    private record Before(
            TicketId ticket, boolean automatic, String copies, String subject, String text, Optional<String> html) {

        boolean says(Understood now) {
            return copies.equals(Copies.written(now.copies()))
                    && subject.equals(Messages.subject(now.subject()))
                    && text.equals(now.text())
                    && html.equals(now.html());
        }
    }

    @Override
    public boolean understood(MessageId message, Understood now, Optional<StaffId> by) {
        Before before = held(message);
        boolean words = !before.says(now);
        if (words) {
            write(message, before, now);
        }
        boolean files = attachments.replace(before.ticket(), message, now.files());
        if (words || files) {
            ledger.tell(new TicketEvent.Changed(ledger.surviving(before.ticket()), by, Columns.now(clock)));
        }
        return words || files;
    }

    private Before held(MessageId message) {
        return sql.sql("select ticket_id, automatic, copies, subject, body, html from message where id = :id and"
                        + " direction = 'IN' for update")
                .param("id", message.value())
                .query((row, number) -> new Before(
                        new TicketId(Columns.uuid(row, "ticket_id")),
                        row.getBoolean("automatic"),
                        row.getString("copies"),
                        row.getString("subject"),
                        row.getString("body"),
                        Optional.ofNullable(row.getString("html"))))
                .optional()
                .orElseThrow(() -> Problem.notFound("message.unknown"));
    }

    private void write(MessageId message, Before before, Understood now) {
        sql.sql("update message set copies = :copies, subject = :subject, body = :body, html = :html, words ="
                        + " :words where id = :id")
                .param("copies", Copies.written(now.copies()))
                .param("subject", Messages.subject(now.subject()))
                .param("body", now.text())
                .param("html", now.html().orElse(null))
                .param("words", Messages.words(before.automatic(), now.subject(), now.text()))
                .param("id", message.value())
                .update();
    }
}

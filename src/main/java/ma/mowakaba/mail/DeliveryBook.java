package ma.mowakaba.mail;

import static ma.mowakaba.kernel.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.ticket.MessageId;
import ma.mowakaba.ticket.TicketEvent;
import ma.mowakaba.ticket.TicketId;
import ma.mowakaba.ticket.TimelineEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which recipient of which mail has been answered for. Whoever was is not written to again (decision 0033). */
@Repository
class DeliveryBook {

    private static final Logger log = LoggerFactory.getLogger(DeliveryBook.class);

    private final JdbcClient sql;
    private final ThreadBook threads;
    private final Clock clock;

    DeliveryBook(JdbcClient sql, ThreadBook threads, Clock clock) {
        this.sql = sql;
        this.threads = threads;
        this.clock = clock;
    }

    /**
     * Committed before a byte leaves: an answer or a report may come before the server has confirmed it, and this node may die.
     *
     * @return the recipients it has still to be handed over for
     */
    @Transactional
    List<EmailAddress> begin(KnownMail ours, Collection<EmailAddress> to) {
        threads.written(ours, Columns.now(clock));
        List<EmailAddress> waiting = new ArrayList<>();
        for (EmailAddress recipient : to) {
            Begun begun = attempt(ours, recipient);
            if (begun.waits()) {
                waiting.add(recipient);
            }
            if (begun.open() > 1) {
                log.warn("message {} may arrive twice: an attempt before was broken off", ours.message());
            }
        }
        return waiting;
    }

    private Begun attempt(KnownMail ours, EmailAddress recipient) {
        return sql.sql("""
            insert into mail_delivery (message_id, recipient, reference, ticket_id, state, attempts, answered, at)
            values (:message, :recipient, :reference, :ticket, 'WAITING', 1, 0, :now)
            on duplicate key update attempts = attempts + (state = 'WAITING')
            returning state, attempts - answered as open\
            """)
                .param("message", ours.message())
                .param("recipient", recipient.value())
                .param("reference", ours.reference())
                .param("ticket", ours.ticket().value())
                .param("now", utc(Columns.now(clock)))
                .query((row, number) -> new Begun(waits(row), row.getInt("open")))
                .single();
    }

    /** What the server said; a report that overtook it stands. */
    @Transactional
    void answered(MessageId message, Map<EmailAddress, SmtpAnswer> answers) {
        answers.forEach((recipient, answer) -> sql.sql("""
            update mail_delivery set state = :state, code = :code, answered = if(:sure, attempts, answered), at = :now
            where message_id = :message and recipient = :recipient and state = 'WAITING'\
            """)
                .param("state", answer.state().name())
                .param("code", answer.code())
                .param("sure", answer.sure())
                .param("now", utc(Columns.now(clock)))
                .param("message", message.value())
                .param("recipient", recipient.value())
                .update());
    }

    /** In the transaction in which the outbox gives it up: who still waited waits no longer. */
    @EventListener
    void over(TicketEvent.Delivered delivered) {
        if (delivered.delivery() == TimelineEntry.Delivery.FAILED) {
            sql.sql("update mail_delivery set state = 'REFUSED' where message_id = :message and state = 'WAITING'")
                    .param("message", delivered.message().value())
                    .update();
        }
    }

    /** @return those of one mail, held until the transaction ends */
    List<Line> lock(String reference) {
        return sql.sql("select * from mail_delivery where reference = :reference for update")
                .param("reference", reference)
                .query((row, number) -> line(row))
                .list();
    }

    void reported(Line line, Deliveries.State state, String code) {
        sql.sql("update mail_delivery set state = :state, code = :code, at = :now where message_id = :message and"
                        + " recipient = :recipient")
                .param("state", state.name())
                .param("code", code)
                .param("now", utc(Columns.now(clock)))
                .param("message", line.message().value())
                .param("recipient", line.recipient().address())
                .update();
    }

    Map<MessageId, List<Deliveries.Recipient>> of(Collection<MessageId> messages) {
        if (messages.isEmpty()) {
            return Map.of();
        }
        return sql
                .sql("select * from mail_delivery where message_id in (:messages) order by message_id, recipient")
                .param(
                        "messages",
                        Columns.few(messages.stream().map(MessageId::value).toList()))
                .query((row, number) -> line(row))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(Line::message, Collectors.mapping(Line::recipient, Collectors.toList())));
    }

    private static boolean waits(ResultSet row) throws SQLException {
        return row.getString("state").equals(Deliveries.State.WAITING.name());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new MessageId(Columns.uuid(row, "message_id")),
                new TicketId(Columns.uuid(row, "ticket_id")),
                new Deliveries.Recipient(
                        row.getString("recipient"),
                        Deliveries.State.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getString("code")),
                        Columns.instant(row, "at")));
    }

    /** @param open attempts whose end nobody knows, this one counted */
    private record Begun(boolean waits, int open) {}

    /** One recipient of one mail. */
    record Line(MessageId message, TicketId ticket, Deliveries.Recipient recipient) {}
}

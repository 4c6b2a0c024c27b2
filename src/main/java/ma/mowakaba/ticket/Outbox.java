package ma.mowakaba.ticket;

import static ma.mowakaba.kernel.Columns.utc;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What has to leave. A claimed row is nobody else's until its lease ends; a node that dies leaves it to the others. */
@Component
class Outbox {
    private final JdbcClient sql;
    private final Fates fates;
    private final TicketSettings settings;
    private final Clock clock;

    Outbox(JdbcClient sql, Fates fates, TicketSettings settings, Clock clock) {
        this.sql = sql;
        this.fates = fates;
        this.settings = settings;
        this.clock = clock;
    }

    /** In the transaction that stores the message. */
    void put(MessageId message, TicketId ticket, Instant now) {
        sql.sql("""
            insert into outbox (message_id, ticket_id, queued_at, due_at, attempts)
            values (:message, :ticket, :now, :now, 0)\
            """)
                .param("message", message.value())
                .param("ticket", ticket.value())
                .param("now", utc(now))
                .update();
    }

    /** @return rows that are due, ours for the length of the lease; empty when there are none */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    List<Claim> claim() {
        Instant now = Columns.now(clock);
        List<Claim> due = sql.sql("""
            select message_id, ticket_id, attempts + 1 as attempt from outbox where due_at <= :now
            order by due_at limit :batch for update skip locked\
            """)
                .param("now", utc(now))
                .param("batch", settings.outbox().batch())
                .query((row, number) -> new Claim(
                        new MessageId(Columns.uuid(row, "message_id")),
                        new TicketId(Columns.uuid(row, "ticket_id")),
                        row.getInt("attempt")))
                .list();
        if (!due.isEmpty()) {
            lease(due, now.plus(settings.outbox().lease()));
        }
        return due;
    }

    /** Writes down what became of an attempt, and of the message unless the lease ended and another node has it now. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void settle(Claim claim, Carriers.Attempt attempt) {
        attempt.notes().forEach(Runnable::run);
        switch (attempt.fate()) {
            case Carriers.Fate.Left() -> take(claim).ifPresent(ticket -> fates.left(ticket, claim.message()));
            case Carriers.Fate.Lost(String reason) ->
                take(claim).ifPresent(ticket -> fates.lost(ticket, claim.message(), reason));
            case Carriers.Fate.Later(Instant at) -> postpone(claim, at);
        }
    }

    private void lease(List<Claim> claims, Instant until) {
        sql.sql("update outbox set due_at = :until, attempts = attempts + 1 where message_id in (:messages)")
                .param("until", utc(until))
                .param(
                        "messages",
                        Columns.few(claims.stream()
                                .map(claim -> claim.message().value())
                                .toList()))
                .update();
    }

    private void postpone(Claim claim, Instant due) {
        sql.sql("update outbox set due_at = :due where message_id = :message and attempts = :attempt")
                .param("due", utc(due))
                .param("message", claim.message().value())
                .param("attempt", claim.attempt())
                .update();
    }

    /** @return the case that is worked on, where the message was still ours */
    private Optional<TicketId> take(Claim claim) {
        return sql.sql("""
            delete from outbox where message_id = :message and attempts = :attempt returning coalesce(
              (select m.surviving_id from ticket_merge m where m.ticket_id = outbox.ticket_id), ticket_id) as surviving\
            """)
                .param("message", claim.message().value())
                .param("attempt", claim.attempt())
                .query((row, number) -> new TicketId(Columns.uuid(row, "surviving")))
                .optional();
    }

    /** @param attempt the how-maniest this is; it tells our lease from a later one */
    record Claim(MessageId message, TicketId ticket, int attempt) {}
}

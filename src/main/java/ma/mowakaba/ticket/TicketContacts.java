package ma.mowakaba.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.contact.Contact;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which contacts belong to a case, and what the case tells reception and routing about them. */
@Repository
class TicketContacts {
    private final JdbcClient sql;
    private final Reception reception;
    private final Router router;

    TicketContacts(JdbcClient sql, Reception reception, Router router) {
        this.sql = sql;
        this.reception = reception;
        this.router = router;
    }

    /** The first link stays. */
    void link(TicketId ticket, ContactId contact) {
        sql.sql("""
            insert into ticket_contact (contact_id, ticket_id) values (:contact, :ticket)
            on duplicate key update ticket_id = ticket_id\
            """)
                .param("contact", contact.value())
                .param("ticket", ticket.value())
                .update();
    }

    /** @return whether the call was not on this case yet */
    boolean call(TicketId ticket, ContactId contact) {
        return 1
                == sql.sql("insert ignore into ticket_call (ticket_id, contact_id) values (:ticket, :contact)")
                        .param("ticket", ticket.value())
                        .param("contact", contact.value())
                        .update();
    }

    /** @return the contact an answer answers now */
    Optional<ContactId> latest(TicketId ticket) {
        return sql.sql("select contact_id from ticket_contact where ticket_id = :ticket order by contact_id desc"
                        + " limit 1")
                .param("ticket", ticket.value())
                .query((row, number) -> new ContactId(Columns.uuid(row, "contact_id")))
                .optional();
    }

    /**
     * The written contacts of the case are over: nobody waits for them and nobody has them. Calls and chats end by themselves.
     *
     * @param by who answered; empty when the case was closed without an answer
     */
    void settle(TicketId ticket, Optional<StaffId> by, Instant at) {
        for (Contact contact : unsettled(ticket)) {
            by.ifPresent(advisor -> reception.answered(contact.id(), advisor, at));
            reception.ended(contact.id(), by.isPresent() ? Outcome.ANSWERED : Outcome.CLOSED, at);
            router.cancel(contact.id());
            router.release(contact.id());
            sql.sql("update ticket_contact set settled = 1 where contact_id = :contact")
                    .param("contact", contact.id().value())
                    .update();
        }
    }

    /** Whoever waits with this case waits for its domain now, with its priority and from when he came. */
    void standAnew(Ticket ticket) {
        for (Contact contact : unsettled(ticket.id())) {
            boolean taken = router.history(contact.id()).stream()
                    .anyMatch(assignment -> assignment.releasedAt().isEmpty());
            if (!taken) {
                router.cancel(contact.id());
                router.request(new Router.Request(
                        contact.id(),
                        contact.channel(),
                        ticket.domain(),
                        ticket.language(),
                        ticket.priority(),
                        contact.queuedAt().orElse(contact.openedAt()),
                        ticket.advisor()));
            }
        }
    }

    /** @return whether a call or chat of this case goes on */
    boolean speaks(TicketId ticket) {
        return latest(ticket)
                .map(reception::get)
                .filter(contact -> contact.channel() == Channel.CALL || contact.channel() == Channel.CHAT)
                .filter(contact -> contact.endedAt().isEmpty())
                .isPresent();
    }

    /** @return mails and forms of this case that wait for somebody or that somebody has */
    List<Contact> unsettled(TicketId ticket) {
        return sql
                .sql("select contact_id from ticket_contact where ticket_id = :ticket and settled = 0 order by"
                        + " contact_id")
                .param("ticket", ticket.value())
                .query((row, number) -> new ContactId(Columns.uuid(row, "contact_id")))
                .list()
                .stream()
                .map(reception::get)
                .filter(contact -> contact.channel() == Channel.MAIL || contact.channel() == Channel.WEB)
                .toList();
    }
}

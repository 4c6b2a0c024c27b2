package ma.mowakaba.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.contact.Contact;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.routing.Reason;
import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which contacts belong to a case, and what the case tells reception and routing about them. */
@Repository
class TicketContacts {
    private final JdbcClient sql;
    private final MergeBook merges;
    private final Reception reception;
    private final Router router;

    TicketContacts(JdbcClient sql, MergeBook merges, Reception reception, Router router) {
        this.sql = sql;
        this.merges = merges;
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

    /** @return the contact an answer answers now: of its requester, never of another whose case is a part of this one */
    Optional<ContactId> latest(TicketId ticket) {
        return sql.sql("select contact_id from ticket_contact where ticket_id in (:talk) order by contact_id desc"
                        + " limit 1")
                .param("talk", merges.talking(ticket))
                .query((row, number) -> new ContactId(Columns.uuid(row, "contact_id")))
                .optional();
    }

    /** The written contacts of its requester are over: nobody waits for them and nobody has them. Calls and chats end by themselves. */
    void answered(TicketId ticket, StaffId by, Instant at) {
        settle(unsettled(merges.talking(ticket)), Optional.of(by), at);
    }

    /** As {@link #answered}, of everybody who came about it. @param by empty when it was closed without an answer */
    void finished(TicketId ticket, Optional<StaffId> by, Instant at) {
        settle(unsettled(ticket), by, at);
    }

    private void settle(List<Contact> contacts, Optional<StaffId> by, Instant at) {
        for (Contact contact : contacts) {
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

    /** He has whatever waits with this case now, and what others had of it. */
    void give(TicketId ticket, StaffId advisor, Reason reason) {
        unsettled(ticket).forEach(contact -> router.took(contact.id(), contact.channel(), advisor, reason));
    }

    /** @return whether a call or chat of this case goes on */
    boolean speaks(TicketId ticket) {
        return latest(ticket)
                .map(reception::get)
                .filter(contact -> contact.channel() == Channel.CALL || contact.channel() == Channel.CHAT)
                .filter(contact -> contact.endedAt().isEmpty())
                .isPresent();
    }

    /** @return mails and forms of this case and its parts that wait for somebody or that somebody has */
    List<Contact> unsettled(TicketId ticket) {
        return unsettled(merges.whole(ticket));
    }

    private List<Contact> unsettled(List<UUID> tickets) {
        return sql
                .sql("select contact_id from ticket_contact where ticket_id in (:tickets) and settled = 0 order by"
                        + " contact_id")
                .param("tickets", tickets)
                .query((row, number) -> new ContactId(Columns.uuid(row, "contact_id")))
                .list()
                .stream()
                .map(reception::get)
                .filter(contact -> contact.channel() == Channel.MAIL || contact.channel() == Channel.WEB)
                .toList();
    }
}

package ma.mowakaba.ticket;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads cases: one, or a piece of a list. */
@Repository
class TicketLists {
    private final JdbcClient sql;
    private final MergeBook merges;

    TicketLists(JdbcClient sql, MergeBook merges) {
        this.sql = sql;
        this.merges = merges;
    }

    TicketId surviving(TicketId id) {
        return merges.surviving(id);
    }

    Optional<Ticket> byNumber(TicketNumber number) {
        return one("t.number = :value", number.value());
    }

    Optional<Ticket> byId(TicketId id) {
        return one("t.id = :value", id.value());
    }

    /** @param ids at least one */
    List<Ticket> byIds(Collection<TicketId> ids) {
        return sql.sql("select " + TicketRow.COLUMNS + " from ticket t where t.id in (:ids)")
                .param("ids", Columns.few(ids.stream().map(TicketId::value).toList()))
                .query(TicketRow::read)
                .list();
    }

    Optional<TicketId> idOfContact(ContactId contact) {
        return sql.sql("select ticket_id from ticket_contact where contact_id = ?")
                .param(contact.value())
                .query((row, number) -> new TicketId(Columns.uuid(row, "ticket_id")))
                .optional();
    }

    /** @param cases at least one */
    Map<TicketId, Set<ContactId>> contacts(Collection<TicketId> cases) {
        Map<TicketId, Set<ContactId>> contacts = new HashMap<>();
        sql.sql(MergeBook.PARTS
                        + "select p.whole, c.contact_id from part p join ticket_contact c on c.ticket_id = p.id")
                .param("tickets", cases.stream().map(TicketId::value).toList())
                .query(row -> {
                    contacts.computeIfAbsent(new TicketId(Columns.uuid(row, "whole")), ticket -> new HashSet<>())
                            .add(new ContactId(Columns.uuid(row, "contact_id")));
                });
        return contacts;
    }

    /** @param cases at least one */
    Map<TicketId, TicketNumber> numbers(Collection<TicketId> cases) {
        Map<TicketId, TicketNumber> numbers = new HashMap<>();
        sql.sql("select id, number from ticket where id in (:ids)")
                .param("ids", cases.stream().map(TicketId::value).toList())
                .query(row -> {
                    numbers.put(new TicketId(Columns.uuid(row, "id")), new TicketNumber(row.getString("number")));
                });
        return numbers;
    }

    List<Ticket> openCasesOf(PersonId person) {
        return sql
                .sql("(select " + TicketRow.COLUMNS
                        + " from ticket t where t.requester_id = :person and t.state not in ('RESOLVED', 'CLOSED')"
                        + " order by t.created_at desc, t.id desc limit 20) union all (select " + TicketRow.COLUMNS
                        + " from ticket_merge m join ticket s on s.id = m.surviving_id join ticket t on t.id ="
                        + " m.ticket_id where m.requester_id = :person and not s.requester_id <=> :person"
                        + " and s.state not in ('RESOLVED', 'CLOSED') limit 20)"
                        + " order by created_at desc, id desc limit 20")
                .param("person", person.value())
                .query(TicketRow::read)
                .list()
                .stream()
                .map(this::asHeSeesIt)
                .toList();
    }

    private Ticket asHeSeesIt(Ticket ticket) {
        return ticket.mergedInto().isEmpty()
                ? ticket
                : ticket.standingAs(byId(merges.surviving(ticket.id())).orElse(ticket));
    }

    Page<Ticket> list(TicketFilter filter, Page.Request page) {
        if (TicketQuery.findsNothing(filter)) {
            return new Page<>(List.of(), Optional.empty());
        }
        TicketQuery query = new TicketQuery(filter, page);
        List<Ticket> found = sql.sql(query.text())
                .params(query.parameters())
                .query(TicketRow::read)
                .list();
        return Page.of(
                found, page.size(), ticket -> TicketOrder.of(filter.sort()).cursor(ticket));
    }

    private Optional<Ticket> one(String condition, Object value) {
        return sql.sql("select " + TicketRow.COLUMNS + " from ticket t where " + condition)
                .param("value", value)
                .query(TicketRow::read)
                .optional();
    }
}

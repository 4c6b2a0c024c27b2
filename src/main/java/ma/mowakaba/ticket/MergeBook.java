package ma.mowakaba.ticket;

import static ma.mowakaba.kernel.Columns.utc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.staff.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which cases are parts of which others. Nearly all are not, and cost one look into a small index. */
@Repository
class MergeBook {
    /** {@code whole} and {@code id} of its parts, itself among them, for cases {@code :tickets}. */
    static final String PARTS = """
        with recursive part (whole, id) as (
          select id, id from ticket where id in (:tickets)
          union all
          select p.whole, m.ticket_id from ticket_merge m join part p on m.into_id = p.id)
        """;

    /** Upwards to where the chain ends and down again, then those of one requester. */
    private static final String TALK = """
        with recursive up (id) as (
          select id from ticket where id = :ticket
          union all
          select m.into_id from ticket_merge m join up on m.ticket_id = up.id),
        part (id) as (
          select id from up
          union
          select m.ticket_id from ticket_merge m join part p on m.into_id = p.id)
        select t.id, t.number from part p join ticket t on t.id = p.id join ticket own on own.id = :ticket
        where t.id = own.id or t.requester_id = own.requester_id order by t.id = own.id desc, t.id\
        """;

    private final JdbcClient sql;

    MergeBook(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param lent whether the other case has its requester from this one */
    void merged(CaseFile part, TicketId into, StaffId by, boolean lent) {
        Ticket ticket = part.ticket();
        sql.sql("update ticket_merge set surviving_id = :into where surviving_id = :ticket")
                .param("into", into.value())
                .param("ticket", ticket.id().value())
                .update();
        sql.sql("""
            insert into ticket_merge (ticket_id, into_id, surviving_id, requester_id, lent, merged_by, merged_at)
            values (:ticket, :into, :into, :requester, :lent, :by, :at)\
            """)
                .param("ticket", ticket.id().value())
                .param("into", into.value())
                .param("requester", ticket.requester().map(PersonId::value).orElse(null))
                .param("lent", lent)
                .param("by", by.value())
                .param("at", utc(ticket.updatedAt()))
                .update();
    }

    /** @return whether it had lent its requester */
    boolean apart(TicketId ticket) {
        boolean lent = sql.sql("select lent from ticket_merge where ticket_id = :ticket")
                .param("ticket", ticket.value())
                .query(Boolean.class)
                .single();
        sql.sql("delete from ticket_merge where ticket_id = :ticket")
                .param("ticket", ticket.value())
                .update();
        sql.sql("update ticket_merge set surviving_id = :ticket where ticket_id in (:parts)")
                .param("ticket", ticket.value())
                .param("parts", whole(ticket))
                .update();
        return lent;
    }

    /** @return the case itself where it is no part of another */
    TicketId surviving(TicketId ticket) {
        return sql.sql("select surviving_id from ticket_merge where ticket_id = :ticket")
                .param("ticket", ticket.value())
                .query((row, number) -> new TicketId(Columns.uuid(row, "surviving_id")))
                .optional()
                .orElse(ticket);
    }

    /** @return the case and all that are parts of it, directly or through others */
    List<UUID> whole(TicketId ticket) {
        return sql.sql(PARTS + "select id from part")
                .param("tickets", List.of(ticket.value()))
                .query((row, number) -> Columns.uuid(row, "id"))
                .list();
    }

    /** @param tickets at least one @return the parts of those that have any */
    Map<TicketId, List<Ticket>> parts(Collection<TicketId> tickets) {
        Map<TicketId, List<Ticket>> parts = new LinkedHashMap<>();
        sql.sql(PARTS + "select p.whole, " + TicketRow.COLUMNS
                        + " from part p join ticket t on t.id = p.id where p.id <> p.whole order by t.number")
                .param("tickets", tickets.stream().map(TicketId::value).toList())
                .query(row -> {
                    parts.computeIfAbsent(new TicketId(Columns.uuid(row, "whole")), any -> new ArrayList<>())
                            .add(TicketRow.read(row, 0));
                });
        return parts;
    }

    /** @return as {@link #talk} */
    List<UUID> talking(TicketId ticket) {
        return talk(ticket).keySet().stream().map(TicketId::value).toList();
    }

    /** @return as {@link #talk} for each of them */
    Map<TicketId, Map<TicketId, TicketNumber>> talks(Collection<Ticket> tickets) {
        List<UUID> ids =
                Columns.few(tickets.stream().map(ticket -> ticket.id().value()).toList());
        Set<TicketId> merged = ids.isEmpty() ? Set.of() : merged(ids);
        return tickets.stream()
                .collect(Collectors.toMap(
                        Ticket::id,
                        ticket -> merged.contains(ticket.id())
                                ? talk(ticket.id())
                                : Map.of(ticket.id(), ticket.number())));
    }

    private Set<TicketId> merged(List<UUID> tickets) {
        return sql.sql("select ticket_id as id from ticket_merge where ticket_id in (:tickets)"
                        + " union select into_id from ticket_merge where into_id in (:tickets)")
                .param("tickets", tickets)
                .query((row, number) -> new TicketId(Columns.uuid(row, "id")))
                .set();
    }

    /** @return the case itself first, then those it is one with and that are of the same requester */
    Map<TicketId, TicketNumber> talk(TicketId ticket) {
        Map<TicketId, TicketNumber> talk = new LinkedHashMap<>();
        sql.sql(TALK).param("ticket", ticket.value()).query(row -> {
            talk.put(new TicketId(Columns.uuid(row, "id")), new TicketNumber(row.getString("number")));
        });
        return talk;
    }
}

package ma.mowakaba.metrics;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;

/** The cases and their contacts as they were last seen, many written at once. */
@Component
class CaseFacts {

    private final NamedParameterJdbcOperations database;

    CaseFacts(NamedParameterJdbcOperations database) {
        this.database = database;
    }

    /** @return when the case changed that was seen last */
    Instant seen() {
        return database.query(
                        "select max(updated_at) as seen from ticket_fact",
                        (row, number) -> Columns.maybeInstant(row, "seen").orElse(Instant.EPOCH))
                .getFirst();
    }

    /** @return versions of those that are known */
    Map<UUID, Long> versions(List<Ticket> tickets) {
        Map<UUID, Long> versions = new HashMap<>();
        database.query(
                "select ticket_id, version from ticket_fact where ticket_id in (:ids)",
                Map.of(
                        "ids",
                        tickets.stream().map(ticket -> ticket.id().value()).toList()),
                row -> {
                    versions.put(Columns.uuid(row, "ticket_id"), row.getLong("version"));
                });
        return versions;
    }

    Set<Link> contacts(Collection<TicketId> tickets) {
        return new HashSet<>(database.query(
                "select ticket_id, contact_id from case_contact where ticket_id in (:ids)",
                Map.of("ids", tickets.stream().map(TicketId::value).toList()),
                (row, number) -> new Link(
                        new TicketId(Columns.uuid(row, "ticket_id")), new ContactId(Columns.uuid(row, "contact_id")))));
    }

    record Link(TicketId ticket, ContactId contact) {}

    /** They came about another case, which was a part of this one for a while. */
    void went(Collection<Link> links) {
        database.batchUpdate(
                "delete from case_contact where ticket_id = :ticket and contact_id = :contact",
                links.stream()
                        .map(link -> new MapSqlParameterSource()
                                .addValue("ticket", link.ticket().value())
                                .addValue("contact", link.contact().value()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** A part counts as no case of its own: when it was finished and reopened is told of the surviving one. */
    void absorbed(TicketId part, TicketId surviving) {
        Map<String, UUID> both = Map.of("part", part.value(), "surviving", surviving.value());
        database.update("update ignore case_turn set ticket_id = :surviving where ticket_id = :part", both);
        for (String table : List.of("case_turn", "case_contact", "ticket_fact")) {
            database.update("delete from " + table + " where ticket_id = :part", both);
        }
    }

    /** Somebody came by it about the case. */
    record Came(TicketId ticket, ContactId contact, Instant at) {}

    void came(List<Came> contacts) {
        MapSqlParameterSource[] rows = contacts.stream()
                .map(came -> new MapSqlParameterSource()
                        .addValue("ticket", came.ticket().value())
                        .addValue("contact", came.contact().value())
                        .addValue("at", Columns.utc(came.at())))
                .toArray(MapSqlParameterSource[]::new);
        database.batchUpdate(
                "insert ignore into case_contact (ticket_id, contact_id, at) values (:ticket, :contact, :at)", rows);
    }

    /** @param parts of those that have any: who came first waited longest, whichever case survived */
    void keep(List<Ticket> tickets, Map<TicketId, List<Ticket>> parts) {
        database.batchUpdate(
                """
                insert into ticket_fact (ticket_id, domain, channel, language, advisor_id, requester_id, state, created_at,
                  first_response_at, resolved_at, updated_at, version)
                values (:id, :domain, :channel, :language, :advisor, :requester, :state, :created, :response, :resolved,
                  :updated, :version)
                on duplicate key update domain = values(domain), language = values(language),
                  advisor_id = values(advisor_id), requester_id = values(requester_id), state = values(state),
                  created_at = values(created_at), first_response_at = values(first_response_at),
                  resolved_at = values(resolved_at), updated_at = values(updated_at), version = values(version)\
                """,
                tickets.stream()
                        .map(ticket -> row(ticket, parts.getOrDefault(ticket.id(), List.of())))
                        .toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource row(Ticket ticket, List<Ticket> parts) {
        Instant created = Stream.concat(Stream.of(ticket), parts.stream())
                .map(Ticket::createdAt)
                .min(Comparator.naturalOrder())
                .orElse(ticket.createdAt());
        Optional<Instant> answered = Stream.concat(Stream.of(ticket), parts.stream())
                .flatMap(one -> one.firstResponseAt().stream())
                .min(Comparator.naturalOrder());
        return new MapSqlParameterSource()
                .addValue("id", ticket.id().value())
                .addValue("domain", ticket.domain().value())
                .addValue("channel", ticket.channel().name())
                .addValue("language", ticket.language().name())
                .addValue("advisor", ticket.advisor().map(StaffId::value).orElse(null))
                .addValue("requester", ticket.requester().map(PersonId::value).orElse(null))
                .addValue("state", ticket.state().name())
                .addValue("created", Columns.utc(created))
                .addValue("response", Columns.utc(answered))
                .addValue("resolved", Columns.utc(ticket.resolvedAt()))
                .addValue("updated", Columns.utc(ticket.updatedAt()))
                .addValue("version", ticket.version());
    }
}

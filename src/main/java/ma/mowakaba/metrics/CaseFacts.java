package ma.mowakaba.metrics;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

    Set<ContactId> contacts(Collection<TicketId> tickets) {
        return new HashSet<>(database.query(
                "select contact_id from case_contact where ticket_id in (:ids)",
                Map.of("ids", tickets.stream().map(TicketId::value).toList()),
                (row, number) -> new ContactId(Columns.uuid(row, "contact_id"))));
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

    void keep(List<Ticket> tickets) {
        database.batchUpdate("""
            insert into ticket_fact (ticket_id, domain, channel, language, advisor_id, requester_id, state, created_at,
              first_response_at, resolved_at, updated_at, version)
            values (:id, :domain, :channel, :language, :advisor, :requester, :state, :created, :response, :resolved,
              :updated, :version)
            on duplicate key update domain = values(domain), language = values(language),
              advisor_id = values(advisor_id), requester_id = values(requester_id), state = values(state),
              first_response_at = values(first_response_at), resolved_at = values(resolved_at),
              updated_at = values(updated_at), version = values(version)\
            """, tickets.stream().map(CaseFacts::row).toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource row(Ticket ticket) {
        return new MapSqlParameterSource()
                .addValue("id", ticket.id().value())
                .addValue("domain", ticket.domain().value())
                .addValue("channel", ticket.channel().name())
                .addValue("language", ticket.language().name())
                .addValue("advisor", ticket.advisor().map(StaffId::value).orElse(null))
                .addValue("requester", ticket.requester().map(PersonId::value).orElse(null))
                .addValue("state", ticket.state().name())
                .addValue("created", Columns.utc(ticket.createdAt()))
                .addValue("response", Columns.utc(ticket.firstResponseAt()))
                .addValue("resolved", Columns.utc(ticket.resolvedAt()))
                .addValue("updated", Columns.utc(ticket.updatedAt()))
                .addValue("version", ticket.version());
    }
}

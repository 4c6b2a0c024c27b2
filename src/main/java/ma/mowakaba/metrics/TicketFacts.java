package ma.mowakaba.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketFilter;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Follows the cases a few seconds behind, so that no mail and no reply waits for a figure. */
@Component
class TicketFacts {

    /** Transactions that began before the last one seen may commit after it. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private final JdbcClient database;
    private final Helpdesk helpdesk;

    TicketFacts(JdbcClient database, Helpdesk helpdesk) {
        this.database = database;
        this.helpdesk = helpdesk;
    }

    @Scheduled(fixedDelayString = "PT10S")
    @SchedulerLock(name = "metrics-ticket-facts", lockAtMostFor = "PT10M")
    void follow() {
        Instant seen = database.sql("select max(updated_at) as seen from ticket_fact")
                .query((row, number) -> Columns.maybeInstant(row, "seen").orElse(Instant.EPOCH))
                .single();
        // oldest first: when it stops half-way, the next time begins where it stopped
        changedSince(seen.minus(OVERLAP)).reversed().forEach(this::keep);
    }

    private List<Ticket> changedSince(Instant since) {
        List<Ticket> changed = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Ticket> page = helpdesk.list(newestFirst(), new Page.Request(cursor, 200));
            page.items().stream()
                    .filter(ticket -> ticket.updatedAt().isAfter(since))
                    .forEach(changed::add);
            boolean more = !page.items().isEmpty()
                    && page.items().getLast().updatedAt().isAfter(since);
            cursor = more ? page.next() : Optional.empty();
        } while (cursor.isPresent());
        return changed;
    }

    private void keep(Ticket ticket) {
        database.sql("""
            insert into ticket_fact (ticket_id, domain, channel, language, advisor_id, state, created_at,
              first_response_at, resolved_at, updated_at)
            values (:id, :domain, :channel, :language, :advisor, :state, :created, :response, :resolved, :updated)
            on duplicate key update domain = values(domain), language = values(language),
              advisor_id = values(advisor_id), state = values(state),
              first_response_at = values(first_response_at), resolved_at = values(resolved_at),
              updated_at = values(updated_at)\
            """)
                .param("id", ticket.id().value())
                .param("domain", ticket.domain().value())
                .param("channel", ticket.channel().name())
                .param("language", ticket.language().name())
                .param("advisor", ticket.advisor().map(StaffId::value).orElse(null))
                .param("state", ticket.state().name())
                .param("created", Columns.utc(ticket.createdAt()))
                .param("response", Columns.utc(ticket.firstResponseAt()))
                .param("resolved", Columns.utc(ticket.resolvedAt()))
                .param("updated", Columns.utc(ticket.updatedAt()))
                .update();
    }

    private static TicketFilter newestFirst() {
        return new TicketFilter(
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TicketFilter.Sort.UPDATED);
    }
}

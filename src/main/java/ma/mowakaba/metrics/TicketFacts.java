package ma.mowakaba.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.contact.Contact;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.MergedCases;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketFilter;
import ma.mowakaba.ticket.TicketId;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Follows the cases a few seconds behind, so that no mail and no reply waits for a figure. */
@Component
class TicketFacts {

    /** Transactions that began before the last one seen may commit after it. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private static final int AT_ONCE = 200;

    private final CaseFacts facts;
    private final Helpdesk helpdesk;
    private final MergedCases merged;
    private final Reception reception;

    TicketFacts(CaseFacts facts, Helpdesk helpdesk, MergedCases merged, Reception reception) {
        this.merged = merged;
        this.facts = facts;
        this.helpdesk = helpdesk;
        this.reception = reception;
    }

    @Scheduled(fixedDelayString = "PT10S")
    @SchedulerLock(name = "metrics-ticket-facts")
    void follow() {
        // oldest first: when it stops half-way, the next time begins where it stopped
        List<Ticket> changed = changedSince(facts.seen().minus(OVERLAP)).reversed();
        for (int from = 0; from < changed.size(); from += AT_ONCE) {
            keep(changed.subList(from, Math.min(from + AT_ONCE, changed.size())));
        }
    }

    private List<Ticket> changedSince(Instant since) {
        List<Ticket> changed = new ArrayList<>();
        TicketFilter newestFirst = TicketFilter.everything().sortedBy(TicketFilter.Sort.UPDATED);
        Optional<String> cursor = Optional.empty();
        do {
            Page<Ticket> page = helpdesk.list(newestFirst, new Page.Request(cursor, AT_ONCE));
            page.items().stream()
                    .filter(ticket -> ticket.updatedAt().isAfter(since))
                    .forEach(changed::add);
            boolean more = !page.items().isEmpty()
                    && page.items().getLast().updatedAt().isAfter(since);
            cursor = more ? page.next() : Optional.empty();
        } while (cursor.isPresent());
        return changed;
    }

    /** Contacts first: the case stands for all of them. */
    private void keep(List<Ticket> seen) {
        Map<UUID, Long> known = facts.versions(seen);
        List<Ticket> news = seen.stream()
                .filter(ticket -> known.getOrDefault(ticket.id().value(), -1L) < ticket.version())
                .toList();
        news.stream()
                .filter(ticket -> ticket.mergedInto().isPresent())
                .forEach(part ->
                        facts.absorbed(part.id(), helpdesk.surviving(part.id()).id()));
        List<Ticket> whole =
                news.stream().filter(ticket -> ticket.mergedInto().isEmpty()).toList();
        if (!whole.isEmpty()) {
            List<TicketId> ids = whole.stream().map(Ticket::id).toList();
            contacts(ids);
            facts.keep(whole, merged.parts(ids));
        }
    }

    private void contacts(Collection<TicketId> tickets) {
        Map<TicketId, Set<ContactId>> linked = helpdesk.contacts(tickets);
        Set<CaseFacts.Link> links = linked.entrySet().stream()
                .flatMap(of -> of.getValue().stream().map(contact -> new CaseFacts.Link(of.getKey(), contact)))
                .collect(Collectors.toSet());
        Set<CaseFacts.Link> known = facts.contacts(tickets);
        facts.went(known.stream().filter(link -> !links.contains(link)).toList());
        links.removeAll(known);
        Map<ContactId, Contact> contacts =
                reception.all(links.stream().map(CaseFacts.Link::contact).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Contact::id, contact -> contact));
        facts.came(links.stream()
                .flatMap(link -> Optional.ofNullable(contacts.get(link.contact())).stream()
                        .flatMap(contact -> came(link.ticket(), contact)))
                .toList());
    }

    private static Stream<CaseFacts.Came> came(TicketId ticket, Contact contact) {
        return contact.queuedAt().stream().map(at -> new CaseFacts.Came(ticket, contact.id(), at));
    }
}

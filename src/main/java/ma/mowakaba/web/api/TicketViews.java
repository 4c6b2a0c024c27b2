package ma.mowakaba.web.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonCard;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Puts names to the ids of cases: all persons of a page are asked for at once. */
@Component
class TicketViews {
    private final Directory directory;
    private final Accounts accounts;
    private final Helpdesk helpdesk;

    TicketViews(Directory directory, Accounts accounts, Helpdesk helpdesk) {
        this.helpdesk = helpdesk;
        this.directory = directory;
        this.accounts = accounts;
    }

    /** @return 200 with the case and its version */
    ResponseEntity<TicketView> answer(Ticket ticket) {
        return ResponseEntity.ok().eTag(Versions.tag(ticket.version())).body(view(ticket));
    }

    TicketView view(Ticket ticket) {
        return page(new Page<>(java.util.List.of(ticket), Optional.empty()))
                .items()
                .getFirst();
    }

    Listing<TicketView> page(Page<Ticket> page) {
        Set<PersonId> persons = page.items().stream()
                .flatMap(ticket -> ticket.requester().stream())
                .collect(Collectors.toSet());
        Map<PersonId, PersonCard> cards = directory.cards(persons);
        Map<StaffId, TicketView.Colleague> colleagues = new HashMap<>();
        return Listing.of(
                page,
                ticket -> view(
                        ticket,
                        ticket.requester().map(cards::get),
                        ticket.advisor().map(id -> colleagues.computeIfAbsent(id, this::colleague))));
    }

    TicketView.Colleague colleague(StaffId id) {
        return new TicketView.Colleague(id.value(), accounts.get(id).name());
    }

    private TicketView view(Ticket ticket, Optional<PersonCard> requester, Optional<TicketView.Colleague> advisor) {
        return new TicketView(
                ticket.number().value(),
                ticket.subject(),
                ticket.state().code(),
                ticket.priority().code(),
                ticket.domain().value(),
                ticket.language().code(),
                ticket.channel().code(),
                requester.map(TicketViews::requester),
                ticket.association(),
                advisor,
                ticket.tags(),
                ticket.createdAt(),
                ticket.updatedAt(),
                ticket.firstResponseAt(),
                ticket.resolvedAt(),
                ticket.due(),
                ticket.mergedInto()
                        .map(helpdesk::surviving)
                        .map(surviving -> surviving.number().value()),
                ticket.version());
    }

    private static TicketView.Requester requester(PersonCard card) {
        return new TicketView.Requester(
                card.id().value(),
                card.name(),
                card.emails().stream().findFirst().map(EmailAddress::value),
                card.phones().stream().findFirst().map(PhoneNumber::e164));
    }
}

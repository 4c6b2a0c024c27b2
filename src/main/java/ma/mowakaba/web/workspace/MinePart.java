package ma.mowakaba.web.workspace;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.contact.Contact;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.routing.Router;
import ma.mowakaba.routing.RoutingEvent;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketEvent;
import ma.mowakaba.ticket.TicketFilter;
import ma.mowakaba.ticket.TicketState;
import ma.mowakaba.web.Words;
import ma.mowakaba.web.live.PersonalPart;
import org.springframework.stereotype.Component;

/** What an advisor has: the contacts in his hands first, then the cases he owns that are not finished. */
@Component
class MinePart implements PersonalPart {

    private static final Set<TicketState> OPEN =
            Set.of(TicketState.NEW, TicketState.OPEN, TicketState.WAITING, TicketState.ON_HOLD);

    private final Router router;
    private final Reception reception;
    private final Helpdesk helpdesk;
    private final ContactLabels labels;
    private final Names names;

    MinePart(Router router, Reception reception, Helpdesk helpdesk, ContactLabels labels, Names names) {
        this.router = router;
        this.reception = reception;
        this.helpdesk = helpdesk;
        this.labels = labels;
        this.names = names;
    }

    /** @param hands whether he has the contact now, and its time runs */
    record Row(
            String channel,
            String title,
            String who,
            String number,
            String href,
            String state,
            Instant since,
            boolean hands) {}

    @Override
    public String name() {
        return "mine";
    }

    @Override
    public Set<StaffId> movedBy(Object event) {
        return switch (event) {
            case RoutingEvent.Assigned assigned -> Set.of(assigned.advisor());
            case RoutingEvent.Released released -> Set.of(released.advisor());
            // a new case is nobody's yet; another state is told with what changed it
            case TicketEvent.Opened opened -> Set.of();
            case TicketEvent.StateChanged changed -> Set.of();
            case TicketEvent ticket ->
                helpdesk.get(ticket.ticket()).advisor().map(Set::of).orElse(Set.of());
            default -> Set.of();
        };
    }

    @Override
    public List<Row> content(Advisor viewer, Words words) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Router.Assignment assignment : router.current(viewer.id())) {
            Row row = inHand(assignment);
            rows.put(row.number().isEmpty() ? row.href() : row.number(), row);
        }
        TicketFilter own = TicketFilters.of(Optional.of(viewer.id()), OPEN, TicketFilter.Sort.UPDATED);
        helpdesk.list(own, Page.Request.first(20))
                .items()
                .forEach(ticket -> rows.putIfAbsent(ticket.number().value(), owned(ticket)));
        return List.copyOf(rows.values());
    }

    private Row inHand(Router.Assignment assignment) {
        Contact contact = reception.get(assignment.contact());
        ContactLabels.Label label = labels.of(assignment.contact());
        return new Row(
                contact.channel().code(),
                label.subject(),
                label.who(),
                label.number(),
                label.href().isEmpty() ? "#" + contact.id() : label.href(),
                "",
                assignment.at(),
                true);
    }

    private Row owned(Ticket ticket) {
        return new Row(
                ticket.channel().code(),
                ticket.subject(),
                ticket.requester().map(names::person).orElse(""),
                ticket.number().value(),
                "/tickets/" + ticket.number(),
                ticket.state().code(),
                ticket.updatedAt(),
                false);
    }
}

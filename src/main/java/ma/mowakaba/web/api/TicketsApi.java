package ma.mowakaba.web.api;

import java.net.URI;
import ma.mowakaba.routing.Domains;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketChange;
import ma.mowakaba.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cases, for programs. */
@RestController
@RequestMapping("/api/tickets")
class TicketsApi {
    private final Helpdesk helpdesk;
    private final TicketForm form;
    private final TicketViews views;
    private final Domains domains;
    private final Actor actor;

    TicketsApi(Helpdesk helpdesk, TicketForm form, TicketViews views, Domains domains, Actor actor) {
        this.helpdesk = helpdesk;
        this.form = form;
        this.views = views;
        this.domains = domains;
        this.actor = actor;
    }

    @PostMapping
    ResponseEntity<TicketView> open(@RequestBody NewTicketBody body) {
        Ticket ticket = form.open(body.read(domains::exists));
        return ResponseEntity.created(URI.create("/api/tickets/" + ticket.number()))
                .eTag(Versions.tag(ticket.version()))
                .body(views.view(ticket));
    }

    @GetMapping
    Listing<TicketView> list(@ParameterObject TicketsAsked asked) {
        return views.page(helpdesk.list(asked.filter(actor::named), asked.page()));
    }

    @GetMapping("/{number}")
    ResponseEntity<TicketView> get(@PathVariable String number) {
        return views.answer(helpdesk.get(new TicketNumber(number)));
    }

    @PatchMapping("/{number}")
    ResponseEntity<TicketView> change(
            @PathVariable String number,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody TicketPatch patch,
            Authentication caller) {
        Ticket ticket = helpdesk.get(new TicketNumber(number));
        long version = Versions.meant(ifMatch, ticket.version());
        TicketChange change = patch.read(domains::exists, actor::named);
        return views.answer(helpdesk.change(ticket.id(), change, version, actor.person(caller)));
    }
}

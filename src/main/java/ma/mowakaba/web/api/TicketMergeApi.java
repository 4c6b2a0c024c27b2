package ma.mowakaba.web.api;

import java.util.Optional;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.MergedCases;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Making a case a part of another, and taking it apart again, for programs. */
@RestController
@RequestMapping("/api/tickets/{number}/merge")
class TicketMergeApi {

    private final Helpdesk helpdesk;
    private final MergedCases merged;
    private final TicketViews views;
    private final Actor actor;

    TicketMergeApi(Helpdesk helpdesk, MergedCases merged, TicketViews views, Actor actor) {
        this.helpdesk = helpdesk;
        this.merged = merged;
        this.views = views;
        this.actor = actor;
    }

    /** @param into number of the other case, or of a part of it */
    record Whole(@Nullable String into) {
        TicketNumber read() {
            FieldCheck check = new FieldCheck();
            Optional<TicketNumber> number = check.read("into", check.required("into", into), TicketNumber::new);
            check.done();
            return number.orElseThrow();
        }
    }

    /** Asked again it changes nothing. @return the case that is worked on from now on */
    @PutMapping
    ResponseEntity<TicketView> merge(@PathVariable String number, @RequestBody Whole whole, Authentication caller) {
        Ticket part = helpdesk.get(new TicketNumber(number));
        Ticket into = helpdesk.surviving(helpdesk.get(whole.read()).id());
        boolean done = !part.id().equals(into.id())
                && helpdesk.surviving(part.id()).id().equals(into.id());
        return views.answer(done ? into : merged.merge(part.id(), into.id(), actor.author(caller, into)));
    }

    /** @return the case that stands for itself again */
    @DeleteMapping
    ResponseEntity<TicketView> split(@PathVariable String number, Authentication caller) {
        Ticket part = helpdesk.get(new TicketNumber(number));
        return views.answer(merged.split(part.id(), actor.author(caller, helpdesk.surviving(part.id()))));
    }
}

package ma.mowakaba.web.workspace;

import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.contact.Contact;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.routing.Reason;
import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.telephony.CallId;
import ma.mowakaba.telephony.Switchboard;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.TicketNumber;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What an advisor does with contacts: take one that waits, give one back, call somebody, hang up. */
@Controller
class Desk {

    private final Router router;
    private final Reception reception;
    private final ContactLabels labels;
    private final Switchboard switchboard;
    private final Helpdesk helpdesk;

    Desk(Router router, Reception reception, ContactLabels labels, Switchboard switchboard, Helpdesk helpdesk) {
        this.router = router;
        this.reception = reception;
        this.labels = labels;
        this.switchboard = switchboard;
        this.helpdesk = helpdesk;
    }

    /** Takes a contact out of the line; the answer tells the page where it is opened. */
    @PutMapping("/workspace/contacts/{id}/advisor")
    ResponseEntity<Void> take(@PathVariable UUID id, Advisor viewer) {
        ContactId contact = new ContactId(id);
        Contact waiting = reception.get(contact);
        if (!router.waits(contact) || waiting.channel() == Channel.CALL) {
            throw Problem.conflict("contact.not-waiting");
        }
        router.took(contact, waiting.channel(), viewer.id(), Reason.of("picked", viewer.name()));
        return ResponseEntity.noContent()
                .header("HX-Redirect", labels.of(contact).href())
                .build();
    }

    @PostMapping("/workspace/calls")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dial(@RequestParam String to, @RequestParam Optional<String> ticket, Advisor viewer) {
        PhoneNumber number = PhoneNumber.parse(to).orElseThrow(() -> Problem.invalid("phone.malformed"));
        switchboard.dial(
                viewer.id(),
                number,
                ticket.filter(text -> !text.isEmpty())
                        .map(text -> helpdesk.get(new TicketNumber(text)).id()));
    }

    @DeleteMapping("/workspace/calls/{linkedid}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hangUp(@PathVariable String linkedid, Advisor viewer) {
        switchboard.hangUp(new CallId(linkedid), viewer.id());
    }
}

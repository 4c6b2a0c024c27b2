package ma.mowakaba.web.workspace;

import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.MergedCases;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketNumber;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Making a case a part of another: chosen, looked at side by side, done; and taken apart again. */
@Controller
@RequestMapping("/tickets/{number}")
class CaseMerge {

    private final Helpdesk helpdesk;
    private final MergedCases merged;
    private final MergeChoices choices;

    CaseMerge(Helpdesk helpdesk, MergedCases merged, MergeChoices choices) {
        this.helpdesk = helpdesk;
        this.merged = merged;
        this.choices = choices;
    }

    @GetMapping("/merge")
    String choose(@PathVariable String number, Model model) {
        Ticket part = ticket(number);
        model.addAttribute("number", part.number());
        model.addAttribute("choices", choices.of(part));
        return "workspace/merge :: choose";
    }

    /** @param typed a number that was written, which counts before one that was chosen */
    @GetMapping("/merge/look")
    String look(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String chosen,
            Model model) {
        String into = typed.isBlank() ? chosen : typed;
        if (into.isBlank()) {
            throw Problem.invalid("ticket.merge.choose");
        }
        Ticket other = ticket(into);
        model.addAttribute("look", choices.look(ticket(number), helpdesk.surviving(other.id())));
        model.addAttribute("asked", other.number().value());
        return "workspace/merge :: look";
    }

    @PutMapping("/merge")
    ResponseEntity<Void> merge(@PathVariable String number, @RequestParam String into, Advisor viewer) {
        Ticket part = ticket(number);
        Ticket surviving = merged.merge(part.id(), ticket(into).id(), viewer.id());
        return to(surviving.number() + "?part=" + part.number());
    }

    @DeleteMapping("/merge")
    ResponseEntity<Void> split(@PathVariable String number, Advisor viewer) {
        return to(merged.split(ticket(number).id(), viewer.id()).number().value());
    }

    private static ResponseEntity<Void> to(String place) {
        return ResponseEntity.noContent()
                .header("HX-Redirect", "/tickets/" + place)
                .build();
    }

    private Ticket ticket(String number) {
        return helpdesk.get(new TicketNumber(number.strip()));
    }
}
